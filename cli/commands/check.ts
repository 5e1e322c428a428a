import { dirname, join } from 'node:path'
import { existsSync } from 'node:fs'
import { questionnaireName, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Fault } from '#assessments/faults.ts'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { checkDeclaredChanges } from '#assessments/versions.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { readText } from '../files.ts'
import { readList } from '../parameters.ts'
import { faultInFile, findVersionFile } from '../questionnaires.ts'

interface CheckedFile {
  file: string
  valid: boolean
  /** `slug@version` where the file could be read. */
  questionnaire: string | null
  faults: Fault[]
}

interface ReadFile {
  file: string
  questionnaire: Questionnaire | null
  faults: Fault[]
}

/** Tells of each file whether it is a valid questionnaire, with every fault at once. */
export function run(parameters: readonly string[]): ExitStatus {
  const read = readList(parameters, 'FILE').map(readFile)
  const checked = read.map((file) => checkFile(file, read))
  printJson(checked)
  for (const { file, faults, questionnaire } of checked) {
    if (faults.length === 0) say(`${file}: ${questionnaire ?? ''} is valid.`)
    for (const fault of faults) say(faultInFile(file, fault))
  }
  return checked.every(({ valid }) => valid) ? 0 : 1
}

function readFile(file: string): ReadFile {
  const reading = parseQuestionnaire(readText(file))
  return reading.status === 'valid'
    ? { file, questionnaire: reading.questionnaire, faults: [] }
    : { file, questionnaire: null, faults: reading.faults }
}

function checkFile({ file, questionnaire, faults }: ReadFile, others: readonly ReadFile[]): CheckedFile {
  const all = [...faults, ...(questionnaire ? revisionFaults(file, questionnaire, others) : [])]
  const name = questionnaire && questionnaireName(questionnaire)
  return { file, valid: all.length === 0, questionnaire: name, faults: all }
}

/** What a version declares is checked against the one that it revises. */
function revisionFaults(file: string, newer: Questionnaire, others: readonly ReadFile[]): Fault[] {
  if (!newer.revises) return []
  const { slug } = newer
  const { version } = newer.revises
  const older =
    others.find((other) => other.questionnaire?.slug === slug && other.questionnaire.version === version) ??
    readBeside(file, slug, version)
  if (older?.questionnaire) return checkDeclaredChanges(older.questionnaire, newer)
  const reason = older ? 'is not a valid questionnaire itself' : 'is nowhere to be found'
  return [{ path: 'revises.version', reason: `${slug}@${version} ${reason}` }]
}

/** The revised version from the same folder, or from the program's own. */
function readBeside(file: string, slug: string, version: string): ReadFile | undefined {
  const beside = join(dirname(file), `${version}.json`)
  const found = existsSync(beside) ? beside : findVersionFile(`${slug}@${version}`)
  return found === undefined ? undefined : readFile(found)
}
