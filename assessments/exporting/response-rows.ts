import type { Item } from '../item.ts'
import type { Domain } from '../questionnaire.ts'
import type { Response } from '../response.ts'
import { answerCell, answerLabel } from './answer-cell.ts'
import { assessmentColumns } from './assessment-columns.ts'
import { rowOf, type Column, type ColumnOf, type Row } from './cell.ts'
import { exportedSides, scoredSide, type Exportable, type ExportedSide } from './exportable.ts'

/** What a row is made of: one side's response to one item. */
interface ItemResponse {
  exportable: Exportable
  side: ExportedSide
  domain: Domain
  item: Item
  response: Response
}

/** Links hold no white space. */
const linkSeparator = ' '

const ownColumns: readonly ColumnOf<ItemResponse>[] = [
  {
    name: 'side',
    type: 'text',
    description: 'Whose response it is: "agency", "partner", or "agreed" for what both settled on.',
    width: 10,
    of: ({ side }) => side,
  },
  {
    name: 'scored',
    type: 'yes or no',
    description: 'Whether the scores are made of this side’s responses.',
    width: 8,
    of: ({ exportable, side }) => side === scoredSide(exportable.shared),
  },
  {
    name: 'domain',
    type: 'text',
    description: 'The domain’s id.',
    width: 18,
    of: ({ domain }) => domain.id,
  },
  {
    name: 'item',
    type: 'text',
    description: 'The item’s id: later versions keep it, or declare what they did to it.',
    width: 34,
    of: ({ item }) => item.id,
  },
  {
    name: 'kind',
    type: 'text',
    description:
      'The item’s kind: "level", "yes-no", "choice", "choices", "number", "text" or "date". It decides the type of the value.',
    width: 10,
    of: ({ item }) => item.kind,
  },
  {
    name: 'label',
    type: 'text',
    description: 'The question as this version asks it.',
    width: 50,
    of: ({ item }) => item.question,
  },
  {
    name: 'value',
    type: 'answer',
    description:
      'The answer: a level or number, true or false, the id of an option, the ids of several options joined by ";", text, or a date. Empty where it is unanswered or does not apply.',
    width: 14,
    of: ({ item, response }) => answerCell(item, response.value),
  },
  {
    name: 'value_label',
    type: 'text',
    description: 'The answer in words, for people; not read on import.',
    width: 24,
    of: ({ item, response, exportable }) => answerLabel(item, response.value, exportable.questionnaire),
  },
  {
    name: 'not_applicable',
    type: 'text',
    description:
      'Why the item does not apply; empty where it does. "not shared" where the reason is not shared.',
    width: 24,
    of: ({ response }) => response.notApplicable ?? null,
  },
  {
    name: 'dont_know',
    type: 'yes or no',
    description: 'true where "don’t know" was chosen, which counts as unanswered.',
    width: 10,
    of: ({ response }) => response.dontKnow ?? false,
  },
  {
    name: 'note',
    type: 'text',
    description: 'The note beside the answer, where notes are shared.',
    width: 40,
    of: ({ response }) => response.note ?? null,
  },
  {
    name: 'evidence',
    type: 'text',
    description: 'Links to what shows the answer, with a space between two, where notes are shared.',
    width: 40,
    of: ({ response }) => response.evidence?.join(linkSeparator) ?? null,
  },
  {
    name: 'how_settled',
    type: 'text',
    description:
      'Of an agreed response to a scored item: "same" where both chose it, "settled" where they talked, "not-agreed" where the lower level counts, "agency-only" where only the agency answers. Empty elsewhere.',
    width: 12,
    of: ({ exportable, side, item }) =>
      side === 'agreed' ? (exportable.shared.settled?.[item.id] ?? null) : null,
  },
]

const columns: readonly ColumnOf<ItemResponse>[] = [
  ...assessmentColumns.map((column) => ({
    ...column,
    of: ({ exportable }: ItemResponse) => column.of(exportable),
  })),
  ...ownColumns,
]

/** The columns of a file with one row for each response to an item. */
export const responseColumns: readonly Column[] = columns

/** One row for each response: side by side, in the questionnaire's order. None where answers aren't shared. */
export function* responseRows(exportable: Exportable): Generator<Row> {
  const { shared, questionnaire } = exportable
  for (const side of exportedSides) {
    const responses = shared.responses?.[side]
    if (!responses) continue
    for (const domain of questionnaire.domains) {
      for (const item of domain.items) {
        const response = Object.hasOwn(responses, item.id) ? responses[item.id] : undefined
        if (response) yield rowOf(columns, { exportable, side, domain, item, response })
      }
    }
  }
}

/** The links of an exported cell. */
export function linksOfCell(text: string): string[] {
  return text.split(/\s+/).filter((link) => link !== '')
}
