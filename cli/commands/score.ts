import { parseResponsesText } from '#assessments/responses.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { printJson, say, type ExitStatus } from '../command.ts'
import { readText } from '../files.ts'
import { readParameters } from '../parameters.ts'
import { faultInFile, readNamed } from '../questionnaires.ts'
import type { Fault } from '#assessments/faults.ts'

/** Scores a file of responses, without any database, so that anyone can recompute a score. */
export function run(parameters: readonly string[]): ExitStatus {
  const { QUESTIONNAIRE, RESPONSES } = readParameters(parameters, ['QUESTIONNAIRE', 'RESPONSES'])
  const read = readNamed(QUESTIONNAIRE)
  if (read.status === 'invalid') return refuse(read.file, read.faults)
  const answered = parseResponsesText(read.questionnaire, readText(RESPONSES))
  if (answered.status === 'invalid') return refuse(RESPONSES, answered.faults)
  printJson(scoreResponses(read.questionnaire, answered.responses))
  return 0
}

function refuse(file: string, faults: readonly Fault[]): ExitStatus {
  for (const fault of faults) say(faultInFile(file, fault))
  return 1
}
