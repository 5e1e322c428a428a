/** An exact fraction in lowest terms, with a denominator above 0. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The fraction `numerator / denominator`. Throws a RangeError where the denominator is 0. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  if (Number(denominator) === 0) throw new RangeError('a fraction cannot have 0 below the line')
  const { over, under } =
    isSmall(numerator) && isSmall(denominator)
      ? reducedNumbers(numerator, denominator)
      : reducedBigints(BigInt(numerator), BigInt(denominator))
  return under > 0n ? { numerator: over, denominator: under } : { numerator: -over, denominator: -under }
}

function isSmall(value: bigint | number): value is number {
  return Number.isSafeInteger(value)
}

/** What fits is reduced as numbers, which is many times faster. */
function reducedNumbers(over: number, under: number) {
  let [a, b] = [Math.abs(over), Math.abs(under)]
  while (b !== 0) [a, b] = [b, a % b]
  return { over: BigInt(over / a), under: BigInt(under / a) }
}

function reducedBigints(over: bigint, under: bigint) {
  let [a, b] = [over < 0n ? -over : over, under < 0n ? -under : under]
  while (b !== 0n) [a, b] = [b, a % b]
  return { over: over / a, under: under / a }
}

/** The decimal that a number is written as, exactly: 0.1 is one tenth. The number must be finite. */
export function decimal(number: number): Rational {
  const [mantissa = '', exponent = '0'] = String(number).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction)
  return places >= 0 ? rational(digits, 10n ** BigInt(places)) : rational(digits * 10n ** BigInt(-places))
}

export const zero: Rational = rational(0)

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Throws a RangeError where `b` is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** The mean of values by weights that are whole numbers above 0; null of none. */
export function weightedMean(terms: readonly { value: Rational; weight: number }[]): Rational | null {
  if (terms.length === 0) return null
  let sum = 0n
  let shared = 1n
  for (const { value, weight } of terms) {
    sum = sum * value.denominator + BigInt(weight) * value.numerator * shared
    shared *= value.denominator
  }
  const weights = terms.reduce((total, { weight }) => total + weight, 0)
  return rational(sum, shared * BigInt(weights))
}

/** Below 0 where `a` is the smaller, above 0 where it is the greater, else 0: for sorting too. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Rounds to `decimals` places; halves go up, toward positive infinity. For scores and shares. */
export function roundHalfUp({ numerator, denominator }: Rational, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  return Number(floorDivide(2n * numerator * scale + denominator, 2n * denominator)) / Number(scale)
}

/** Rounds to `decimals` places; halves go away from 0, so that a loss reads like the same gain. For differences. */
export function roundHalfAwayFromZero(fraction: Rational, decimals: number): number {
  if (fraction.numerator >= 0n) return roundHalfUp(fraction, decimals)
  const opposite = roundHalfUp({ ...fraction, numerator: -fraction.numerator }, decimals)
  return opposite === 0 ? 0 : -opposite
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient
}
