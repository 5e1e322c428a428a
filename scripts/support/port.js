import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'

/**
 * Ends with a sentence where another program has the port: before anything is made that it may be using.
 * @param {string} port
 */
export async function needPort(port) {
  const server = createServer()
  try {
    await once(server.listen(Number(port)), 'listening')
  } catch {
    process.stderr.write(
      `Port ${port} is in use by another program. Stop that one, or set PORT to another port.\n`,
    )
    process.exit(1)
  }
  server.close()
}
