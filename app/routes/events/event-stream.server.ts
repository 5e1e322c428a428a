import type { LiveUpdates, SideMoved } from '#app/live/live-updates.server.ts'

/** Often enough that nothing on the way takes the stream for dead, in milliseconds. */
const heartbeat = 20_000

/** After this the browser connects anew, and is asked again who it is, in milliseconds. */
const longest = 10 * 60_000

/**
 * A stream of server-sent events: the side's revision at once, and again each time that it moves. It ends with
 * the request, with the server, or after ten minutes.
 */
export function eventStream(
  live: LiveUpdates,
  signal: AbortSignal,
  { assessmentId, side, revision }: SideMoved,
) {
  let stop: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const tell = (moved: number) => send(`event: moved\ndata: ${moved}\n\n`)
      const timers = [
        setInterval(() => send(': still here\n\n'), heartbeat),
        setTimeout(() => end(), longest),
      ]
      const unsubscribe = [live.subscribe(assessmentId, side, tell), live.onClose(() => end())]
      stop = () => {
        timers.forEach((timer) => clearTimeout(timer))
        unsubscribe.forEach((leave) => leave())
      }
      const end = () => {
        stop()
        controller.close()
      }
      signal.addEventListener('abort', stop)
      send('retry: 2000\n\n')
      tell(revision)
    },
    cancel: () => stop(),
  })
  const headers = {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    // Proxies such as nginx hold a stream back otherwise.
    'X-Accel-Buffering': 'no',
  }
  return new Response(body, { headers })
}
