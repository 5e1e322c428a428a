import { changeNames } from '#app/questionnaires/change-words.ts'
import type {
  ReadChange,
  ReadChanges,
  ReadDomain,
  WordedDifference,
} from '#app/questionnaires/read-changes.ts'

/** What became of each item from one version to another, as plain text. */
export function changesAsText(changes: ReadChanges): string {
  const { title, from, to, counts, declared, differences, domains } = changes
  const undeclared =
    'Neither version says anything about the other, so that this goes by ids and words alone.'
  return [
    [`${title}, ${from} → ${to}: ${counts.join(', ')}.`, ...(declared ? [] : [undeclared])],
    differences.length > 0 ? ['The questionnaire itself', ...differences.flatMap(differenceLines)] : [],
    ...domains.flatMap(domainParts),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function domainParts({ title, changes, unchanged }: ReadDomain): string[][] {
  const { length } = unchanged
  const asBefore = length === 1 ? '1 item is as before.' : `${length} items are as before.`
  return [[title], ...changes.map(itemLines), length > 0 ? [asBefore] : []]
}

function itemLines(item: ReadChange): string[] {
  const { change, id, question, sentence, why, differences, before, after } = item
  const whole = after.length > 0 && before.length > 0
  return [
    `${changeNames[change]}: ${question} (${id})`,
    `  ${sentence}`,
    ...(why === null ? [] : [`  Why: ${why}`]),
    ...differences.flatMap(differenceLines),
    ...(whole ? before.map((one) => `  Before: ${one.question} (${one.id})`) : []),
    ...(whole ? after.map((one) => `  Now: ${one.question} (${one.id})`) : []),
  ]
}

/** A field before and after, a paragraph a line. */
function differenceLines({ label, before, after }: WordedDifference): string[] {
  const lines = (mark: string, text: string) =>
    text.split('\n\n').flatMap((paragraph) => (paragraph === '' ? [] : [`    ${mark} ${paragraph}`]))
  return [`  ${label}`, ...lines('before:', before), ...lines('now:   ', after)]
}
