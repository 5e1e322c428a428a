import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  rational,
  roundHalfAwayFromZero,
  roundHalfUp,
  subtract,
  weightedMean,
} from '#assessments/rational.ts'

const half = rational(1, 2)
const third = rational(1, 3)

describe('rational', () => {
  test('is kept in lowest terms with the sign above the line', () => {
    expect(rational(6, -4)).toEqual({ numerator: -3n, denominator: 2n })
    expect(rational(-6, -4)).toEqual({ numerator: 3n, denominator: 2n })
    expect(rational(0, -7)).toEqual({ numerator: 0n, denominator: 1n })
  })

  test('has no 0 below the line', () => {
    expect(() => rational(1, 0)).toThrow(RangeError)
    expect(() => divide(half, rational(0))).toThrow(RangeError)
  })

  test('is reckoned with exactly', () => {
    expect(add(half, third)).toEqual(rational(5, 6))
    expect(subtract(third, half)).toEqual(rational(-1, 6))
    expect(multiply(half, third)).toEqual(rational(1, 6))
    expect(divide(half, third)).toEqual(rational(3, 2))
    expect([compare(half, third), compare(third, half), compare(half, rational(2, 4))]).toEqual([1, -1, 0])
  })
})

test.each([
  [0.1, rational(1, 10)],
  [33.333, rational(33_333, 1000)],
  [100, rational(100)],
  [-2.5, rational(-5, 2)],
  [1e-7, rational(1, 10_000_000)],
  [1.5e21, rational(15n * 10n ** 20n)],
  [0, rational(0)],
])('decimal reads %s as it is written', (number, expected) => expect(decimal(number)).toEqual(expected))

test.each([
  [rational(1, 2), 0, 1],
  [rational(-1, 2), 0, 0],
  [rational(-3, 2), 0, -1],
  [rational(5, 2), 0, 3],
  [rational(49, 100), 0, 0],
  [rational(-51, 100), 0, -1],
  [rational(199_999, 200), 0, 1000],
  [rational(123_455, 100_000), 4, 1.2346],
  [rational(123_454, 100_000), 4, 1.2345],
  [rational(2, 3), 4, 0.6667],
  [rational(-2, 3), 4, -0.6667],
  [rational(100), 4, 100],
])('roundHalfUp takes %o to %s decimals: %s', (fraction, decimals, expected) =>
  expect(roundHalfUp(fraction, decimals)).toBe(expected === 0 ? 0 : expected),
)

test.each([
  [rational(1, 2), 0, 1],
  [rational(-1, 2), 0, -1],
  [rational(-5, 2), 0, -3],
  [rational(-49, 100), 0, 0],
  [rational(-123_455, 100_000), 4, -1.2346],
  [rational(123_455, 100_000), 4, 1.2346],
])('roundHalfAwayFromZero takes %o to %s decimals: %s', (fraction, decimals, expected) =>
  expect(roundHalfAwayFromZero(fraction, decimals)).toBe(expected),
)

test('weightedMean is exact, and null of nothing', () => {
  expect(weightedMean([])).toBeNull()
  const terms = [
    { value: third, weight: 2 },
    { value: half, weight: 1 },
    { value: rational(-1, 7), weight: 4 },
  ]
  expect(weightedMean(terms)).toEqual(rational(25, 294))
  expect(weightedMean(terms.reverse())).toEqual(rational(25, 294))
})
