/* Writes one export in a process of its own, whose memory nothing else uses: FILE PROGRAM FORMAT FOLDER. */
import { openContents } from '#app/exporting/export-contents.server.ts'
import { storedCatalog } from '#app/exporting/stored-catalog.server.ts'
import { writeExport } from '#app/exporting/write-export.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { exportFormats } from '#db/words.ts'

/** What the process tells when it has ended. */
export interface ExportFigures {
  assessments: number
  rows: number
  seconds: number
  /** The most that was resident at once, in MB. */
  megabytes: number
}

const [url = '', programId = '', named = '', folder = ''] = process.argv.slice(2)
const format = exportFormats.find((known) => known === named) ?? 'csv'
const database = await openDatabase(url)
const began = performance.now()
const source = { database, catalog: await storedCatalog(database) }
const madeAt = new Date()
const contents = await openContents({ source, of: { kind: 'portfolio', programId, query: '' }, at: madeAt })
if (!contents) throw new Error('there is no such program')
const { assessments, files } = await writeExport({ contents, format, folder, madeAt, about: [] })
const figures: ExportFigures = {
  assessments,
  rows: files.reduce((sum, { rows }) => sum + rows, 0),
  seconds: (performance.now() - began) / 1000,
  megabytes: process.resourceUsage().maxRSS / 1024,
}
process.stdout.write(JSON.stringify(figures))
await database.close()
