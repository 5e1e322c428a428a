import type { Item } from '../item.ts'
import type { Domain, Questionnaire } from '../questionnaire.ts'
import type { Response, Responses } from '../response.ts'
import { answerCell } from './answer-cell.ts'
import type { Cell, Column, Row } from './cell.ts'
import { responseColumns } from './response-rows.ts'

interface Asked {
  questionnaire: Questionnaire
  domain: Domain
  item: Item
  response: Response
}

/** Of the columns of exported responses, those that are read on import and those that help to fill them in. */
const cells: Record<string, (asked: Asked) => Cell> = {
  questionnaire: ({ questionnaire }) => questionnaire.slug,
  questionnaire_version: ({ questionnaire }) => questionnaire.version,
  domain: ({ domain }) => domain.id,
  item: ({ item }) => item.id,
  kind: ({ item }) => item.kind,
  label: ({ item }) => item.question,
  value: ({ item, response }) => answerCell(item, response.value),
  not_applicable: ({ response }) => response.notApplicable ?? null,
  dont_know: ({ response }) => response.dontKnow ?? null,
  note: ({ response }) => response.note ?? null,
  evidence: ({ response }) => response.evidence?.join(' ') ?? null,
}

/** The columns of a file to fill in elsewhere. */
export const templateColumns: readonly Column[] = responseColumns.filter(({ name }) =>
  Object.hasOwn(cells, name),
)

/** A row for each item, also those without a response: a file to fill in elsewhere and import. */
export function* templateRows(questionnaire: Questionnaire, responses: Responses = {}): Generator<Row> {
  for (const domain of questionnaire.domains) {
    for (const item of domain.items) {
      const response = Object.hasOwn(responses, item.id) ? responses[item.id] : undefined
      const asked = { questionnaire, domain, item, response: response ?? {} }
      yield templateColumns.map(({ name }) => cells[name]?.(asked) ?? null)
    }
  }
}
