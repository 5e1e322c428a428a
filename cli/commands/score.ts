import { responsesToScore, type ExportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { looksExported, readExported } from '#assessments/exporting/read-exported.ts'
import type { Fault } from '#assessments/faults.ts'
import { scorecardText } from '#assessments/frozen-copy.ts'
import { questionnaireName, type Questionnaire } from '#assessments/questionnaire.ts'
import { parseResponsesText } from '#assessments/responses.ts'
import type { Scorecard } from '#assessments/scorecard.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { readText } from '../files.ts'
import { readParameters } from '../parameters.ts'
import { faultInFile, findVersionFile, readNamed } from '../questionnaires.ts'

/** Scores a file of responses or an export, without any database, so that anyone can recompute a score. */
export function run(parameters: readonly string[]): ExitStatus {
  if (parameters.length === 1) {
    const { RESPONSES } = readParameters(parameters, ['RESPONSES'])
    const text = readText(RESPONSES)
    if (!looksExported(text)) throw new CalledWrongly('QUESTIONNAIRE is missing.')
    return scoreExported(RESPONSES, text, null)
  }
  const { QUESTIONNAIRE, RESPONSES } = readParameters(parameters, ['QUESTIONNAIRE', 'RESPONSES'])
  const read = readNamed(QUESTIONNAIRE)
  if (read.status === 'invalid') return refuse(read.file, read.faults)
  const text = readText(RESPONSES)
  if (looksExported(text)) return scoreExported(RESPONSES, text, read.questionnaire)
  const answered = parseResponsesText(read.questionnaire, text)
  if (answered.status === 'invalid') return refuse(RESPONSES, answered.faults)
  printJson(scoreResponses(read.questionnaire, answered.responses))
  return 0
}

/** Scores each assessment of an export, and says which come out otherwise than the file has it. */
function scoreExported(file: string, text: string, given: Questionnaire | null): ExitStatus {
  const reading = readExported(text)
  if (reading.status === 'invalid') return refuse(file, reading.faults)
  const scored: { assessment: string; copy: number; scorecard: Scorecard }[] = []
  let status: ExitStatus = 0
  for (const exported of reading.assessments) {
    const { assessment, copy } = exported
    const scorecard = scoreOne(exported, given)
    if (typeof scorecard === 'string') {
      say(`${file}: assessment ${assessment} ${scorecard}.`)
      status = 1
    } else {
      scored.push({ assessment, copy, scorecard })
      if (scorecardText(scorecard) === scorecardText(exported.scorecard)) continue
      say(`${file}: assessment ${assessment} scores otherwise than the file has it.`)
      status = 1
    }
  }
  const [first] = scored
  if (reading.assessments.length > 1) printJson(scored)
  else if (first) printJson(first.scorecard)
  return status
}

/** The scorecard, or why there is none. */
function scoreOne(exported: ExportedAssessment, given: Questionnaire | null): Scorecard | string {
  const file = responsesToScore(exported)
  if (!file) return 'holds scores alone, which can’t be computed again'
  const questionnaire = given ?? questionnaireOf(file.questionnaire)
  if (!questionnaire) return `is of ${file.questionnaire}, which is not known here`
  const name = questionnaireName(questionnaire)
  if (file.questionnaire !== name) return `is of ${file.questionnaire}, and not of ${name}`
  return scoreResponses(questionnaire, file.responses)
}

const known = new Map<string, Questionnaire | null>()

function questionnaireOf(name: string): Questionnaire | null {
  const before = known.get(name)
  if (before !== undefined) return before
  const found = findVersionFile(name) === undefined ? null : readNamed(name)
  const questionnaire = found?.status === 'valid' ? found.questionnaire : null
  known.set(name, questionnaire)
  return questionnaire
}

function refuse(file: string, faults: readonly Fault[]): ExitStatus {
  for (const fault of faults) say(faultInFile(file, fault))
  return 1
}
