import type {
  EnableWhen,
  FhirQuestionnaire,
  FhirQuestionnaireResponse,
  QuestionnaireItem,
} from '#assessments/fhir/r4.ts'

/* What R4 says about enableWhen, followed in the plainest way: https://hl7.org/fhir/R4/questionnaire.html */

/** The link ids of the questions that R4 shows for these answers. */
export function r4Enabled(
  questionnaire: FhirQuestionnaire,
  response: FhirQuestionnaireResponse,
): Set<string> {
  const answers = new Map(
    (response.item ?? []).flatMap(({ item = [] }) =>
      item.map(({ linkId, answer = [] }) => [linkId, answer] as const),
    ),
  )
  const holds = ({ question, operator, ...expected }: EnableWhen): boolean => {
    const given = (answers.get(question) ?? []).map((answer) => plain(answer))
    const wanted = plain(expected)
    switch (operator) {
      case 'exists':
        return given.length > 0 === wanted
      case '=':
        return given.some((value) => value === wanted)
      case '!=':
        return !given.some((value) => value === wanted)
      case '>':
        return given.some((value) => value > wanted)
      case '<':
        return given.some((value) => value < wanted)
      case '>=':
        return given.some((value) => value >= wanted)
      case '<=':
        return given.some((value) => value <= wanted)
    }
  }
  const enabled = ({ enableWhen = [], enableBehavior }: QuestionnaireItem) =>
    enableWhen.length === 0 || (enableBehavior === 'all' ? enableWhen.every(holds) : enableWhen.some(holds))
  const questions = questionnaire.item.flatMap(({ item = [] }) => item)
  return new Set(questions.filter(enabled).map(({ linkId }) => linkId))
}

/** The one value of an answer; of a coding its system and code. */
function plain(answer: object): string | number | boolean {
  const value: unknown = Object.values(answer)[0]
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  const { system, code } = value as { system: string; code: string }
  return `${system}|${code}`
}
