import { writeSync } from 'node:fs'
import { openDatabase } from '#db/database.server.ts'
import { save } from './database-builders.ts'

/*
 * Saves responses to an assessment as fast as it can, several at once, until it is killed. Writes a line to
 * standard output for each that was acknowledged: the save's id.
 */
const [url = '', assessmentId = '', personId = '', run = ''] = process.argv.slice(2)
const database = await openDatabase(url)

async function saveForever(lane: number) {
  for (let base = 0; ; base++) {
    const saveId = `run-${run}-lane-${lane}-save-${base}`
    const itemId = `run.item-${run}-${lane}`
    const change = { itemId, response: { value: base, note: saveId }, base, saveId }
    const { status } = await save(database, assessmentId, personId, change)
    if (status !== 'saved') throw new Error(`${saveId}: ${status}`)
    writeSync(1, `${saveId}\n`)
  }
}

await Promise.all([0, 1, 2, 3].map(saveForever))
