/** How long everything is measured: long enough to be worth writing down, or just to see that it runs. */
export interface Extent {
  /** How often each measurement is repeated, each time beside its floor. */
  runs: number
  /** Seconds that one run of HTTP requests takes. */
  seconds: number
  /** Requests for one run of a page's first byte. */
  requests: number
  /** Scorings for one run. */
  scorings: number
}

export const whole: Extent = { runs: 7, seconds: 3, requests: 60, scorings: 3000 }
export const quick: Extent = { runs: 2, seconds: 1, requests: 5, scorings: 200 }
