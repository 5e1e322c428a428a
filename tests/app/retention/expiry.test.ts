import { describe, expect, test } from 'vitest'
import { expiryDays, type Expirable, type RetentionRule } from '#app/retention/expiry.ts'

const at = (day: string) => new Date(`${day}T12:00:00Z`)

/** An assessment that was started on its as-of date, and made final the day that is given. */
function one(asOf: string, finalizedOn: string | null, more: Partial<Expirable> = {}): Expirable {
  const latest = finalizedOn === null ? null : { finalizedAt: at(finalizedOn) }
  return { id: asOf, slug: 'sample', asOf, startedAt: at(asOf), latest, ...more }
}

const agency = { retentionYears: 3, retentionSetAt: at('2020-01-01'), timeZone: 'America/New_York' }
const days = (list: Expirable[], rule: RetentionRule = agency) => Object.fromEntries(expiryDays(rule, list))

describe('expiryDays', () => {
  test('is so many years after the as-of date, for all but the newest final assessment', () => {
    const list = [
      one('2023-03-01', '2023-03-02'),
      one('2022-03-01', '2022-03-02'),
      one('2020-02-29', '2020-03-02'),
    ]
    expect(days(list)).toEqual({ '2022-03-01': '2025-03-01', '2020-02-29': '2023-02-28' })
  })

  test('keeps the newest final one of each questionnaire, though a newer one is open', () => {
    const list = [
      one('2023-03-01', null),
      one('2022-03-01', '2022-03-02'),
      one('2021-03-01', '2021-03-02', { slug: 'other' }),
    ]
    expect(days(list)).toEqual({ '2023-03-01': '2026-03-01' })
  })

  test('keeps one that is being revised as long as it is the newest that counts', () => {
    expect(days([one('2019-03-01', '2019-03-02')])).toEqual({})
  })

  test.each([
    [
      'the period was set',
      { retentionSetAt: at('2026-05-01') },
      one('2010-01-01', '2010-01-02'),
      '2026-05-31',
    ],
    ['it was made final', {}, one('2010-01-01', '2026-05-01'), '2026-05-31'],
  ])('gives thirty days’ notice after %s', (_, rule, old, day) => {
    expect(days([one('2024-01-01', '2024-01-02'), old], { ...agency, ...rule })[old.id]).toBe(day)
  })

  test('gives thirty days’ notice after a newer one has become final', () => {
    const old = one('2010-01-01', '2010-01-02')
    expect(days([one('2026-04-30', '2026-05-01'), old])).toEqual({ '2010-01-01': '2026-05-31' })
    const list = [one('2026-04-30', '2026-05-01'), one('2024-01-01', '2024-02-01'), old]
    expect(days(list)['2010-01-01']).toBe('2024-03-02')
  })

  test('counts from the day of the start for one that is not final: nobody’s work of last week expires', () => {
    const open = one('2015-01-01', null, { startedAt: at('2026-05-01') })
    expect(days([one('2024-01-01', '2024-01-02'), open])['2015-01-01']).toBe('2029-05-01')
  })

  test('is never where no period is set', () => {
    const list = [one('2023-03-01', '2023-03-02'), one('2010-01-01', '2010-01-02')]
    expect(days(list, { ...agency, retentionYears: null })).toEqual({})
  })
})
