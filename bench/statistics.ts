/** What several runs of one measurement came to. */
export interface Spread {
  median: number
  least: number
  most: number
}

/** The value below which this share (0–1) of all values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function spreadOf(runs: readonly number[]): Spread {
  return { median: percentile(runs, 0.5), least: Math.min(...runs), most: Math.max(...runs) }
}
