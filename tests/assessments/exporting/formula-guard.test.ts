import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guardText, unguardText } from '#assessments/exporting/formula-guard.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '−', ' =', '\u00A0=', "'", '']
const hostile = fc
  .tuple(fc.array(fc.constantFrom(...starts, 'a', '1'), { maxLength: 6 }), fc.string({ unit: 'binary' }))
  .map(([start, rest]) => start.join('') + rest)

describe('guardText', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠A',
    '−1',
    '  =1',
  ])('puts an apostrophe before %j', (text) => {
    expect(guardText(text)).toBe(`'${text}`)
  })

  test.each(["'=1", "''=1", "'-1", "'\t"])('guards %j, which looks guarded, once more', (text) => {
    expect(guardText(text)).toBe(`'${text}`)
    expect(unguardText(text)).toBe(text.slice(1))
  })

  test.each(['', 'a=1', "it's", "'tis so", '3 - 4', 'a@b.example', ' a'])('leaves %j as it is', (text) => {
    expect(guardText(text)).toBe(text)
    expect(unguardText(text)).toBe(text)
  })

  test('is undone exactly, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unguardText(guardText(text))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  test('leaves nothing that begins as a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(guardText(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
      }),
      { numRuns: 2000 },
    )
  })
})
