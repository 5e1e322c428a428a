import { listed } from '../format.ts'
import type { ItemName, Reason } from '../results/score-view.ts'
import type { ResultsView } from '../results/results-view.ts'
import type { Standing } from './score-rows.ts'

/** One thing that holds an agency back, as a line of a list. */
export interface Obstacle {
  /** "No band yet in Training", or a must-have's question. */
  what: string
  why: string
}

/** Bands that are withheld with the reasons, then must-haves below the level that passes. */
export function obstaclesOf({ domains, overall }: ResultsView): Obstacle[] {
  const withheld = domains.flatMap(({ score }) =>
    score.withheld.map((reason) => ({ what: `No band yet in ${score.title}`, why: reasonWords(reason) })),
  )
  const incomplete = overall.withheld
    .slice(0, withheld.length > 0 ? 0 : 1)
    .map((reason) => ({ what: 'No overall band yet', why: reasonWords(reason) }))
  const capped = domains.flatMap(({ score }) =>
    (score.capped?.items ?? []).map(({ question, detail }) => ({
      what: question,
      why: `A must-have in ${score.title}${detail === null ? '' : `: ${detail}`}.`,
    })),
  )
  return [...incomplete, ...withheld, ...capped]
}

/** The same where only scores are shared: which bands there are not. */
export function obstaclesOfScores({ domains }: Standing): Obstacle[] {
  return domains
    .filter(({ band, displayed }) => band === 'No band yet' && displayed !== null)
    .map(({ title, basis }) => ({
      what: `No band yet in ${title}`,
      why: `The score stands on ${basis}. The reasons are in the answers, which are not shared.`,
    }))
}

/** A reason with the items that it hangs on. */
function reasonWords({ text, items }: Reason): string {
  return items.length === 0 ? text : `${text} ${listed(items.map(namedItem))}`
}

/** An item with what a reason says of it. */
export function namedItem({ question, detail }: ItemName): string {
  return detail === null ? question : `${question} (${detail})`
}
