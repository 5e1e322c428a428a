import { passingLevel, type Item } from '#assessments/item.ts'
import type { Questionnaire, Reference } from '#assessments/questionnaire.ts'
import { conditionWords } from './condition-words.ts'

/** A field of an item as people read it. */
export interface WordedField {
  label: string
  text: string
}

/** What an item's field is called; `field` is one of those in facts.ts. */
export function itemFieldLabel(field: string, { levels }: Questionnaire): string {
  const [name = '', part] = field.split('.')
  if (name === 'anchors' && part !== undefined) {
    const label = levels.find(({ value }) => String(value) === part)?.label
    return label === undefined ? `Level ${part}` : `Level ${part} · ${label}`
  }
  if (name === 'options' && part !== undefined) return 'Option'
  return labels[name] ?? field
}

const labels: Record<string, string> = {
  kind: 'Kind of answer',
  question: 'Question',
  options: 'Options',
  unit: 'Unit',
  minimum: 'Lowest',
  maximum: 'Highest',
  decimals: 'Decimals',
  maximumLength: 'Longest text, in characters',
  weight: 'Weight',
  mustHave: 'Must-have',
  domain: 'Domain',
  answeredBy: 'Who answers',
  required: 'Must be answered',
  notApplicable: 'May be not applicable',
  shownWhen: 'When it is asked',
  countyWide: 'About services of the whole county',
  guidance: 'Guidance',
  evidence: 'Examples of evidence',
  sources: 'Sources',
  resources: 'Resources',
}

const kinds: Record<Item['kind'], string> = {
  level: 'A level',
  'yes-no': 'Yes or no',
  choice: 'One of several options',
  choices: 'Any of several options',
  number: 'A number',
  text: 'Text',
  date: 'A date',
}

const answerers: Record<Item['answeredBy'], string> = {
  both: 'Both sides',
  agency: 'The agency alone',
  'partner-optional': 'Both sides; a partner may leave it out',
}

/** What an item's field says, in words; `text` is what facts.ts makes of it, null where there is nothing. */
export function itemFieldText(
  field: string,
  text: string | null,
  questionnaire: Questionnaire,
  item: Item,
): string {
  switch (field) {
    case 'kind':
      return kinds[item.kind]
    case 'options':
      return 'options' in item ? item.options.map(({ label }) => label).join(' · ') : 'None'
    case 'answeredBy':
      return answerers[item.answeredBy]
    case 'required':
    case 'notApplicable':
    case 'countyWide':
      return text === 'true' ? 'Yes' : 'No'
    case 'mustHave':
      return mustHaveText(questionnaire, item)
    case 'shownWhen':
      return item.shownWhen ? conditionWords(questionnaire, item.shownWhen) : 'Always'
    case 'domain':
      return questionnaire.domains.find(({ id }) => id === text)?.title ?? 'None'
    case 'sources':
      return titles(questionnaire.sources, item.sources)
    case 'resources':
      return titles(questionnaire.resources, item.resources)
    default:
      return text ?? 'None'
  }
}

function mustHaveText({ levels }: Questionnaire, item: Item): string {
  const passing = item.kind === 'level' ? passingLevel(item) : null
  if (passing === null) return 'No'
  const label = levels.find(({ value }) => value === passing)?.label
  return `Level ${passing}${label === undefined ? '' : ` (${label})`} or higher`
}

function titles(references: Readonly<Record<string, Reference>>, ids: readonly string[]): string {
  return ids.map((id) => references[id]?.title ?? id).join(' · ') || 'None'
}
