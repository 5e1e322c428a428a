import { changesBetween } from '#assessments/changes-between.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { readChanges } from '#app/questionnaires/read-changes.ts'
import { print, printJson, say, type ExitStatus } from '../command.ts'
import { changesAsText } from '../diff-words.ts'
import { readFile, versionsAround } from '../known-versions.ts'
import { readParameters } from '../parameters.ts'
import { faultInFile, readNamed } from '../questionnaires.ts'

/** Tells what a newer version of a questionnaire did to each item of an older one. */
export function run(parameters: readonly string[]): ExitStatus {
  const { OLD, NEW, json } = readParameters(parameters, ['OLD', 'NEW'], ['json'])
  const older = readNamed(OLD)
  const newer = readNamed(NEW)
  if (older.status === 'invalid' || newer.status === 'invalid') {
    for (const reading of [older, newer]) {
      if (reading.status === 'invalid')
        reading.faults.forEach((fault) => say(faultInFile(reading.file, fault)))
    }
    return 1
  }
  const lineage = [older.questionnaire, newer.questionnaire, ...between(newer)]
  if (json) printJson(changesBetween(lineage, older.questionnaire, newer.questionnaire))
  else print(changesAsText(readChanges(lineage, older.questionnaire, newer.questionnaire)))
  return 0
}

/** What stands around the newer version, since the two may be some versions apart. */
function between({ file, questionnaire }: { file: string; questionnaire: Questionnaire }): Questionnaire[] {
  const around = versionsAround(file, questionnaire.slug).map((known) => readFile(known.file).questionnaire)
  return around.filter((known) => known !== null)
}
