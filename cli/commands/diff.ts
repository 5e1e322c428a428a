import type { Difference } from '#assessments/facts.ts'
import { diffVersions, type ItemDiff, type VersionDiff } from '#assessments/version-diff.ts'
import { print, printJson, say, type ExitStatus } from '../command.ts'
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
  const difference = diffVersions(older.questionnaire, newer.questionnaire)
  if (json) printJson(difference)
  else print(inWords(difference))
  return 0
}

function inWords({ slug, from, to, declared, differences, items }: VersionDiff): string {
  const counts = new Map<string, number>()
  for (const { change } of items) counts.set(change, (counts.get(change) ?? 0) + 1)
  const summary = [...counts].map(([change, count]) => `${count} ${change}`).join(', ')
  const source = declared ? '' : ' (inferred: the newer one declares nothing about the older)'
  const sections = [
    [`${slug} ${from} → ${to}: ${summary}${source}`],
    differences.length > 0 ? ['The questionnaire itself', ...differences.map(differenceLine)] : [],
    ...items.filter(({ change, differences: own }) => change !== 'same' || own.length > 0).map(itemLines),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function itemLines({ change, from, to, comparable, why, differences }: ItemDiff): string[] {
  const sides = [from.join(', '), to.join(', ')].filter((side) => side !== '')
  const ids = [...new Set(sides)].join(' → ')
  const effect =
    sides.length < 2 ? '' : comparable ? ' (answers stay comparable)' : ' (answers are not comparable)'
  return [`${change}: ${ids}${effect}`, ...(why ? [`  why: ${why}`] : []), ...differences.map(differenceLine)]
}

/** A field before and after: on one line where both are short, else one under the other. */
function differenceLine({ field, before, after }: Difference): string {
  const one = `  ${field}: ${before ?? '(none)'} → ${after ?? '(none)'}`
  if (one.length <= 120 && !one.includes('\n')) return one
  const lines = (mark: string, paragraphs: string[]) => paragraphs.map((text) => `    ${mark} ${text}`)
  return [
    `  ${field}:`,
    ...lines('-', paragraphsOnlyIn(before, after)),
    ...lines('+', paragraphsOnlyIn(after, before)),
  ].join('\n')
}

/** The paragraphs of a text that another one doesn't have: of a long introduction, what changed. */
function paragraphsOnlyIn(text: string | null, other: string | null): string[] {
  const known = new Set(other?.split('\n\n'))
  return text?.split('\n\n').filter((paragraph) => !known.has(paragraph)) ?? []
}
