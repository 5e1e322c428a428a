import type { TrendPoint } from '#assessments/trend.ts'
import { counted } from '../format.ts'
import { percentBelow } from './percent.ts'

/** Where a line may break: between two neighboring rounds. */
interface Between {
  /** The domain's title; null for the line of all domains. */
  domain: string | null
  before: { label: string; scored: boolean }
  round: { label: string; point: TrendPoint }
  /** The share of the weight that the newer version asks for, in percent. */
  needed: number
}

/** Why a line breaks before a round, with the numbers; null where it doesn't. */
export function breakSentence({ domain, before, round: { label, point }, needed }: Between): string | null {
  if (!point.brokenBefore) return null
  if (point.score === null) return `Nothing is scored in ${label}, so the line breaks there.`
  if (!before.scored) return `Nothing was scored in ${before.label}, so the line begins anew in ${label}.`
  const between = `between ${before.label} and ${label}`
  const { comparable, sharedWeight } = point
  if (!comparable || !sharedWeight) {
    const none = domain === null ? 'No item' : `No item of ${domain}`
    return `${none} can be compared ${between}, so the line breaks there.`
  }
  const asked = `the questionnaire asks for ${needed}%. So the line breaks there.`
  const share = percentBelow(sharedWeight)
  return domain === null
    ? `Only domains with ${share} of all weight can be compared ${between}; ${asked}`
    : `Only ${share} of the weight of ${domain} is comparable ${between} (${counted(comparable, 'item')}); ${asked}`
}
