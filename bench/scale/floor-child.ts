/* Where there is no sqlite3 command line: the same rows into CSV with the driver alone. FILE QUERY OUT */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import SqliteClient from 'better-sqlite3'

const [file = '', query = '', out = ''] = process.argv.slice(2)
const client = new SqliteClient(file, { readonly: true })
const stream = createWriteStream(out)
for (const row of client.prepare(query).raw().iterate() as Iterable<unknown[]>) {
  if (!stream.write(`${row.join(',')}\r\n`)) await once(stream, 'drain')
}
stream.end()
await finished(stream)
client.close()
