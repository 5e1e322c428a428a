/** How many of something have each whole score from 0 to 100: small, whatever their number. */
export interface ScoreCounts {
  n: number
  /** 101 counts. */
  counts: number[]
}

export const noScores = (): ScoreCounts => ({ n: 0, counts: Array.from({ length: 101 }, () => 0) })

/** Counts one score, 0 to 100; null counts nothing. */
export function countScore(into: ScoreCounts, score: number | null): void {
  if (score === null) return
  into.n += 1
  into.counts[score] = (into.counts[score] ?? 0) + 1
}

/** Where the scores lie; null where there are none. */
export interface Quartiles {
  least: number
  lower: number
  median: number
  upper: number
  most: number
}

/**
 * Quartiles by the nearest rank: the smallest score that at least so large a share of all scores doesn't exceed. So
 * each is a score that was there. (Hyndman and Fan, 1996, definition 1.)
 */
export function quartiles({ n, counts }: ScoreCounts): Quartiles | null {
  if (n === 0) return null
  const at = (share: number) => scoreOfRank(counts, Math.max(1, Math.ceil(share * n)))
  return { least: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), most: at(1) }
}

function scoreOfRank(counts: readonly number[], rank: number): number {
  let below = 0
  const score = counts.findIndex((count) => (below += count) >= rank)
  return score < 0 ? counts.length - 1 : score
}

/** How many scores lie in each tenth: 0–9, 10–19, … 90–100. */
export function tenths({ counts }: ScoreCounts): number[] {
  return Array.from({ length: 10 }, (_, tenth) =>
    counts.slice(tenth * 10, tenth === 9 ? 101 : tenth * 10 + 10).reduce((sum, count) => sum + count, 0),
  )
}
