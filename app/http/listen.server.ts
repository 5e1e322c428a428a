import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'

/** Listens on a port; throws an error with a clear sentence where it can't be had. */
export async function listen(answer: RequestListener, port: number): Promise<Server> {
  const server = createServer(answer).listen(port)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new Error(whyNot(error, port), { cause: error })
  }
  return server
}

function whyNot(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use by another program. Stop that one, or set PORT to another port.`
  }
  if (code === 'EACCES') {
    return `Port ${port} may not be used by this user. Set PORT to one above 1023, behind a reverse proxy.`
  }
  return `Port ${port} can’t be listened on: ${error instanceof Error ? error.message : String(error)}`
}
