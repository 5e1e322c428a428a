/* `npm run bench`: what the program costs, each figure beside what it can't be better than. */
import { cpus } from 'node:os'
import { measureAskingWho } from './asking-who.ts'
import { quick, whole } from './extent.ts'
import { measureFirstBytes } from './first-byte.ts'
import { install } from './installation.ts'
import { measurePageWeights } from './page-weight.ts'
import { measureSaving } from './saving.ts'
import { measureScale } from './scale/scale.ts'
import { measureScoring } from './scoring.ts'
import { tableOf, type Row } from './table.ts'

function say(text: string) {
  process.stderr.write(`» ${text}\n`)
}

async function measureAll(): Promise<Row[]> {
  const extent = process.argv.includes('--quick') ? quick : whole
  say('Making a database: the demonstration, and agencies with 12 and 1,000 assessments')
  const installation = await install()
  try {
    say('Scoring')
    const rows = [measureScoring(installation.version.questionnaire, extent)]
    say('First bytes')
    rows.push(...(await measureFirstBytes(installation, extent)))
    say('Looking up who asks')
    rows.push(await measureAskingWho(installation, extent))
    say('Saving')
    rows.push(...(await measureSaving(installation, extent)))
    say('What pages load')
    rows.push(...(await measurePageWeights(installation)))
    return rows
  } finally {
    await installation.stop()
  }
}

const rows = process.argv.includes('--scale')
  ? await measureScale(say, process.argv.includes('--quick'))
  : await measureAll()
const [processor] = cpus()
const machine = `Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}`
process.stdout.write(`${machine}, ${process.platform}\n\n${tableOf(rows)}\n`)
