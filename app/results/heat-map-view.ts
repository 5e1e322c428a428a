import { correspondence } from '#assessments/correspondence.ts'
import { levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { statusOf } from '#assessments/responses.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { HeatCell, HeatGroup } from '../charts/heat-map.tsx'
import type { FinalRound } from './round.ts'

/** The marks of cells without a level, and what they mean. */
const cellMarks = {
  'not-applicable': { mark: 'n/a', words: 'not applicable' },
  hidden: { mark: '·', words: 'not asked' },
  'dont-know': { mark: '?', words: 'don’t know' },
  unanswered: { mark: '–', words: 'not answered' },
  absent: { mark: '×', words: 'not in that version, or not comparable' },
} as const

/** Behind a level that the two sides did not agree on. */
const notAgreedMark = '*'

/**
 * Items × rounds, by the domains and items of the latest round; an earlier version's item stands in the row
 * of the one that it became. `changes` are words by item id.
 */
export function heatMapGroups(
  rounds: readonly FinalRound[],
  lineage: readonly Questionnaire[],
  changes: Readonly<Record<string, string>>,
): HeatGroup[] {
  const latest = rounds.at(-1)?.questionnaire
  if (!latest) return []
  const columns = rounds.map((round) => column(round, latest, lineage))
  return latest.domains.map(({ title, items }) => ({
    title,
    rows: levelItemsOf(items).map(({ id, question }) => ({
      id,
      question,
      cells: columns.map((cellOf) => cellOf(id)),
      change: changes[id] ?? '',
    })),
  }))
}

/** What the cells mean: each level, then those marks without a level that occur. */
export function heatMapKey({ levels }: Questionnaire, groups: readonly HeatGroup[]): HeatCell[] {
  const used = new Set(
    groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ mark }) => mark))),
  )
  const scale = levels.map((level, place) => ({
    ...levelCell(level.value, place / (levels.length - 1)),
    words: level.label,
  }))
  const others = (Object.keys(cellMarks) as (keyof typeof cellMarks)[]).map(withoutLevel)
  const disputed = [...used].some((mark) => mark.endsWith(notAgreedMark))
  const star = { level: null, tint: null, mark: notAgreedMark, words: 'not agreed: the lower level counts' }
  return [...scale, ...others.filter(({ mark }) => used.has(mark)), ...(disputed ? [star] : [])]
}

function column(
  { questionnaire, responses, settled }: FinalRound,
  latest: Questionnaire,
  lineage: readonly Questionnaire[],
): (id: string) => HeatCell {
  const origins = correspondence(lineage, questionnaire.version, latest.version)
  const shown = shownItems(questionnaire, responses)
  return (id) => {
    const origin = origins.get(id)
    if (origin === undefined) return withoutLevel('absent')
    if (!shown.has(origin)) return withoutLevel('hidden')
    const found = cell(questionnaire, responses[origin])
    return settled?.[origin] === 'not-agreed' && found.level !== null ? notAgreed(found) : found
  }
}

function cell({ levels }: Questionnaire, response: Response | undefined): HeatCell {
  const status = statusOf(response)
  if (status === 'not-reconfirmed') return withoutLevel('unanswered')
  if (status !== 'answered') return withoutLevel(status)
  const place = levels.findIndex(({ value }) => value === response?.value)
  const level = levels[place]
  if (!level) return withoutLevel('unanswered')
  return levelCell(level.value, place / (levels.length - 1))
}

function levelCell(level: number, share: number): HeatCell {
  return { level, tint: tintOf(share), mark: String(level), words: `level ${level}` }
}

function tintOf(share: number): HeatCell['tint'] {
  const tints = [1, 2, 3, 4, 5] as const
  return tints[Math.round(share * 4)] ?? 5
}

function withoutLevel(status: keyof typeof cellMarks): HeatCell {
  return { level: null, tint: null, ...cellMarks[status] }
}

/** The level counts, and wasn't agreed on. */
function notAgreed(cell: HeatCell): HeatCell {
  return { ...cell, mark: `${cell.mark}${notAgreedMark}`, words: `${cell.words}, not agreed` }
}
