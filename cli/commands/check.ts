import { questionnaireName, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Fault } from '#assessments/faults.ts'
import { checkRevisions, type Revising } from '#assessments/revisions.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { circleFrom, readFile, versionsAround, type KnownVersion, type ReadFile } from '../known-versions.ts'
import { readList } from '../parameters.ts'
import { faultInFile } from '../questionnaires.ts'

interface CheckedFile {
  file: string
  valid: boolean
  /** `slug@version` where the file could be read. */
  questionnaire: string | null
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

function checkFile(read: ReadFile, given: readonly ReadFile[]): CheckedFile {
  const { file, named, questionnaire, faults } = read
  const all = [...faults, ...(named ? revisionFaults(read, named, given) : [])]
  const name = questionnaire && questionnaireName(questionnaire)
  return { file, valid: all.length === 0, questionnaire: name, faults: all }
}

/** What a version declares is checked against the one that it revises, given with it or standing around it. */
function revisionFaults(read: ReadFile, named: KnownVersion, given: readonly ReadFile[]): Fault[] {
  const siblings = given.flatMap((other) => (other !== read && other.named ? [other.named] : []))
  const known = [...siblings, ...versionsAround(read.file, named.slug)].filter(
    ({ slug, version }) => slug === named.slug && version !== named.version,
  )
  const circle = circleFrom(named, known)
  if (circle) return [{ path: 'revises.version', reason: `goes round in a circle: ${circle.join(' → ')}` }]
  const { questionnaire } = read
  if (!questionnaire) return []
  const others = known.map(({ file }) => readFile(file))
  const older = others.find(({ named: other }) => other?.version === named.revises)
  if (older && !older.questionnaire) {
    const reason = `${named.slug}@${older.named?.version ?? ''} is not a valid questionnaire itself`
    return [{ path: 'revises.version', reason }]
  }
  const valid = others.flatMap((other) =>
    other.questionnaire ? [revising(other.questionnaire, other.file)] : [],
  )
  return checkRevisions([revising(questionnaire, read.file)], valid)
}

function revising(questionnaire: Questionnaire, file: string): Revising {
  const { slug, version } = questionnaire
  return { slug, version, questionnaire, file }
}
