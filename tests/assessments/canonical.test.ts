import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#assessments/canonical.ts'
import { sha256 } from '#assessments/sha256.server.ts'

describe('canonicalJson', () => {
  test('sorts keys by their UTF-16 code units and writes nothing between (RFC 8785, 3.2.3)', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    )
  })

  test('writes numbers as RFC 8785, 3.2.2.3 does', () => {
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    )
  })

  test('leaves out members that are undefined', () => {
    expect(canonicalJson({ b: undefined, a: [] })).toBe('{"a":[]}')
  })

  test.each<[string, unknown]>([
    ['half of a surrogate pair', { a: 'x\ud800' }],
    ['half of a surrogate pair as a key', { '\udfff': 1 }],
    ['half of a surrogate pair after a backslash', ['\\\ud800']],
    ['NaN', [Number.NaN]],
    ['infinity', [Infinity]],
    ['undefined', undefined],
    ['a bigint', { a: 1n }],
  ])('refuses %s', (_, value) => expect(() => canonicalJson(value)).toThrow(TypeError))

  test('writes text that only looks like an escaped surrogate', () => {
    expect(canonicalJson(['\\ud800', '😀'])).toBe('["\\\\ud800","😀"]')
  })
})

test('sha256 is that of the UTF-8 bytes', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
})
