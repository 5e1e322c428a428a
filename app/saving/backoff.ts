const first = 1_000
const longest = 30_000

/**
 * How long to wait before trying again, in milliseconds: twice as long after each failure in a row, up to
 * half a minute, and spread so that many browsers don't come back in the same moment. `chance` is from 0 to 1.
 */
export function backoff(failures: number, chance: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(failures, 10))
  return Math.round(whole / 2 + (whole / 2) * chance)
}
