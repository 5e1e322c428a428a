import { Readable } from 'node:stream'

/** A file as it is sent: which bytes there are is known before the first of them goes. */
export interface Download {
  name: string
  bytes: number
  sha256: string
  /** The bytes from `start` to `end`, both included. */
  read: (start: number, end: number) => Uint8Array | Readable
}

const types: Record<string, string> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
}

/**
 * Answers with a file, or the part of it that is asked for (RFC 9110), so that a download that was cut off shows as
 * such and can go on where it stopped. Its ETag is its SHA-256: parts of two different files are never put together.
 */
export function sendDownload(request: Request, download: Download): Response {
  const { name, bytes, sha256 } = download
  const etag = `"${sha256}"`
  const headers = new Headers({
    'Content-Type': types[name.replace(/^.*\./, '')] ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
    // Compressed on the way it would have another length, and no part of it could be asked for.
    'Cache-Control': 'private, no-store, no-transform',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  })
  if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
  const range = rangeOf(request, bytes, etag)
  if (range === 'beyond') {
    headers.set('Content-Range', `bytes */${bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const [start, end] = range ?? [0, bytes - 1]
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${bytes}`)
  return new Response(bodyOf(request, download, start, end), { status: range ? 206 : 200, headers })
}

function bodyOf({ method }: Request, { bytes, read }: Download, start: number, end: number) {
  if (method === 'HEAD' || bytes === 0) return null
  const body = read(start, end)
  if (body instanceof Readable) return Readable.toWeb(body) as ReadableStream<Uint8Array>
  return new Uint8Array(body)
}

/** The part that is asked for; null for all of it, which is also the answer to what isn't understood. */
function rangeOf(
  request: Request,
  bytes: number,
  etag: string,
): readonly [start: number, end: number] | 'beyond' | null {
  const condition = request.headers.get('If-Range')
  if (condition !== null && condition !== etag) return null
  const [, first = '', last = ''] =
    /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.headers.get('Range') ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') return Number(last) === 0 ? 'beyond' : [Math.max(0, bytes - Number(last)), bytes - 1]
  const [start, end] = [Number(first), last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)]
  if (start >= bytes) return 'beyond'
  return end < start ? null : [start, end]
}

/** Whether a request begins a download, and doesn't go on with one. */
export function beginsDownload(request: Request): boolean {
  return request.method === 'GET' && !/^bytes=[1-9]/.test(request.headers.get('Range') ?? '')
}
