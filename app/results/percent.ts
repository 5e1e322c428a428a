import { multiply, rational, roundHalfUp, type Rational } from '#assessments/rational.ts'

/** A share from 0 to 1 in whole percent: "45%". */
export function percent(share: Rational): string {
  return `${roundHalfUp(inPercent(share), 0)}%`
}

/** The same rounded down, for a share that is below a bound and must not look as if it reached it. */
export function percentBelow(share: Rational): string {
  const { numerator, denominator } = inPercent(share)
  return `${numerator / denominator}%`
}

function inPercent(share: Rational): Rational {
  return multiply(share, rational(100))
}
