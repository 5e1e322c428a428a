import { counted, listed } from '../format.ts'

/** A domain as a chart's title speaks of it. */
export interface Stand {
  label: string
  /** As pages show it; null where nothing is scored. */
  now: number | null
  /** Like for like since the round before, as pages show it; null where there is nothing to compare. */
  change: number | null
}

/** What the radar shows: what moved most since the round before, or where the agency stands. */
export function radarFinding(domains: readonly Stand[], since: string | null): string {
  const moved = domains.flatMap(({ label, change }) => (change === null ? [] : [{ label, change }]))
  return since === null || moved.length === 0 ? standing(domains) : movement(moved, since)
}

function standing(domains: readonly Stand[]): string {
  const scored = domains.flatMap(({ label, now }) => (now === null ? [] : [{ label, now }]))
  if (scored.length === 0) return 'No domain has a score yet'
  const most = Math.max(...scored.map(({ now }) => now))
  const least = Math.min(...scored.map(({ now }) => now))
  if (most === least)
    return scored.length === 1 ? `${nameAll(scored)} stands at ${most}` : `All domains stand at ${most}`
  const top = scored.filter(({ now }) => now === most)
  const low = scored.filter(({ now }) => now === least)
  return `${nameAll(top)} ${verb(top, 'stands', 'stand')} highest (${most}), ${nameAll(low)} lowest (${least})`
}

function movement(moved: readonly { label: string; change: number }[], since: string): string {
  const most = Math.max(...moved.map(({ change }) => change))
  const least = Math.min(...moved.map(({ change }) => change))
  if (most > 0) {
    const risers = moved.filter(({ change }) => change === most)
    return `${nameAll(risers)} rose most since ${since}: ${signed(most)}`
  }
  if (least < 0) {
    const fallers = moved.filter(({ change }) => change === least)
    return `No domain rose since ${since}; ${nameAll(fallers)} fell most: ${signed(least)}`
  }
  return `No domain changed since ${since}`
}

/** What one line shows: where it stands and how it came there. */
export function trendFinding(
  label: string,
  now: number | null,
  change: number | null,
  since: string | null,
): string {
  if (now === null) return `${label}: no score`
  if (since === null) return `${label}: ${now}`
  if (change === null) return `${label}: ${now}, too little in common with ${since} to compare`
  if (change === 0) return `${label}: ${now}, as in ${since}`
  return `${label}: ${now}, ${change > 0 ? 'up' : 'down'} ${Math.abs(change)} since ${since}`
}

/** What one line of the scores themselves shows, which may be of different items in each round. */
export function rawFinding(
  label: string,
  now: number | null,
  before: number | null,
  since: string | null,
): string {
  if (now === null) return `${label}: no score`
  if (since === null) return `${label}: ${now}`
  return `${label}: ${now}, with ${before === null ? 'no score' : before} in ${since}`
}

/** What the heat map shows: how many items moved since the round before. */
export function heatMapFinding(
  counts: { improved: number; declined: number; same: number },
  since: string,
): string {
  const { improved, declined, same } = counts
  if (improved + declined + same === 0) return `No item can be compared with ${since}`
  return `Since ${since}, ${counted(improved, 'item')} improved, ${declined} declined and ${same} stayed the same`
}

/** A change with its sign: "+12", "−3" with a true minus, "0". */
export function signed(change: number): string {
  if (change === 0) return '0'
  return change > 0 ? `+${change}` : `−${Math.abs(change)}`
}

/** More than three are counted, not named: a title is one line or two. */
function nameAll(domains: readonly { label: string }[]): string {
  if (domains.length > 3) return `${domains.length} domains`
  return listed(domains.map(({ label }) => label))
}

const verb = (domains: readonly unknown[], one: string, many: string) => (domains.length === 1 ? one : many)
