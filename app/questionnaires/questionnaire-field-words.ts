import type { Questionnaire } from '#assessments/questionnaire.ts'

const labels: Record<string, string> = {
  title: 'Title',
  summary: 'Summary',
  about: 'About the questionnaire',
  minutes: 'How long it takes',
  whenInDoubt: 'When in doubt',
  levels: 'Levels',
  domains: 'Domains',
  'scoring.bands': 'Bands',
  'scoring.minimumCompleteness': 'Share of items that must be answered for a band',
  'scoring.maximumNotApplicable': 'Share of weight that may be not applicable for a band',
  'scoring.comparableShare': 'Share of weight that two rounds must have in common to be compared',
}

const parts: Record<string, string> = {
  label: 'Name',
  meaning: 'Meaning',
  title: 'Title',
  question: 'Question',
  about: 'Introduction',
  weight: 'Weight',
}

/** What a field of a questionnaire is called; `field` is one of those in facts.ts. */
export function questionnaireFieldLabel(field: string, { domains, scoring }: Questionnaire): string {
  const known = labels[field]
  if (known !== undefined) return known
  const keys = field.split('.')
  const part = parts[keys.at(-1) ?? ''] ?? field
  const id = keys.at(-2) ?? ''
  if (keys[0] === 'levels') return `${part} of level ${id}`
  if (keys[0] === 'scoring')
    return `${part} of the band ${scoring.bands.find((band) => band.id === id)?.label ?? id}`
  if (keys[0] === 'domains')
    return `${part} of the domain ${domains.find((domain) => domain.id === id)?.title ?? id}`
  if (keys[0] === 'sources') return 'Source'
  return keys[0] === 'resources' ? 'Resource' : part
}

/** What a field of a questionnaire says, in words; `text` is what facts.ts makes of it, null where there is nothing. */
export function questionnaireFieldText(
  field: string,
  text: string | null,
  questionnaire: Questionnaire,
): string {
  switch (field) {
    case 'minutes':
      return `${questionnaire.minutes.least} to ${questionnaire.minutes.most} minutes`
    case 'domains':
      return questionnaire.domains.map(({ title }) => title).join(' · ')
    case 'scoring.bands':
      return questionnaire.scoring.bands.map(({ label, from }) => `${label} from ${from}`).join(' · ')
    case 'scoring.minimumCompleteness':
    case 'scoring.maximumNotApplicable':
    case 'scoring.comparableShare':
      return `${text ?? ''} %`
    default:
      return text ?? 'None'
  }
}
