import { describe, expect, test } from 'vitest'
import { leaningWords, lowerFirst, widestFinding, type AgreementRow } from '#app/results/agreement-view.ts'
import { driftView } from '#app/results/drift-view.ts'
import { progressView } from '#app/results/progress-view.ts'
import { resultsView } from '#app/results/results-view.ts'
import { reviewView } from '#app/results/review-view.ts'
import { allAt, lineage, round } from './sample.ts'
import { mixed, reviewedRound } from './reviewed.ts'

const view = reviewView(mixed)

describe('reviewView', () => {
  test('is of co-reviewed rounds alone', () => {
    expect(reviewView(round('2026-03-01', allAt(3)))).toBeNull()
  })

  test('has the three scores of each domain, each with what it stands on', () => {
    const [training, data] = view?.domains ?? []
    expect([training?.agency, training?.partner, training?.agreed]).toEqual([
      { displayed: 56, basis: '3 items' },
      { displayed: 50, basis: '3 items' },
      { displayed: 50, basis: '3 items' },
    ])
    expect([data?.agency.displayed, data?.partner.displayed, data?.agreed.displayed]).toEqual([63, 33, 33])
    expect(view?.overall.agreed.displayed).toBe(42)
  })

  test('says how well the sides agreed, and kappa or why it is withheld', () => {
    expect(view?.agreement).toMatchObject({
      same: 'Both sides gave 2 of 5 items the same level.',
      direction: 'On average the agency rates 0.6 levels higher than its partner.',
    })
    expect(view?.agreement.domains.map(({ same, difference }) => [same, difference])).toEqual([
      ['1 of 3 items', 'agency 0.3 levels higher'],
      ['1 of 2 items', 'agency 1 level higher'],
    ])
    expect(view?.agreement.overall.kappa).toContain('here there are 5')
    expect(view?.finding).toBe('The agency rates data 1 level higher than its partner, the widest difference')
  })

  test('tells of each item what each side gave, what counts and how that came about', () => {
    const items = view?.items.flatMap((domain) => domain.items) ?? []
    const told = items.map(({ id, agency, partner, agreed, how, note }) => [
      id,
      agency,
      partner,
      agreed,
      how,
      note,
    ])
    expect(told).toEqual([
      ['training.basic', '5 · Level 5', '3 · Level 3', '4 · Level 4', 'settled', 'Nights from next month.'],
      ['training.advanced', '3 · Level 3', '3 · Level 3', '3 · Level 3', 'same', null],
      ['training.refresher', '2 · Level 2', '3 · Level 3', '2 · Level 2', 'settled', null],
      ['data.coded', '4 · Level 4', '2 · Level 2', '2 · Level 2', 'not-agreed', 'We see it differently.'],
      ['data.shared', 'not applicable', '2 · Level 2', '2 · Level 2', 'settled', null],
      ['data.analyzed', '3 · Level 3', '3 · Level 3', '3 · Level 3', 'same', null],
    ])
    expect(view?.items.map(({ finding }) => finding)).toEqual([
      'Training: the sides differed on 2 of 3 items and settled them all',
      'Data: the sides differed on 2 of 3 items, and did not agree on 1',
    ])
    expect(view?.items[1]?.items.map(({ row }) => row?.aside)).toEqual([
      null,
      'agency: not applicable',
      undefined,
    ])
    expect(view?.notAgreed).toEqual(['data.coded'])
  })
})

describe('words of a difference', () => {
  test.each([
    [0.8, 'agency 0.8 levels higher'],
    [-1, 'agency 1 level lower'],
    [0, 'alike on average'],
    [null, '–'],
  ])('of %s', (mean, words) => {
    expect(leaningWords(mean)).toBe(words)
  })

  test('name no widest domain where two are as wide, or none differs', () => {
    const row = (title: string, meanDifference: number | null) => ({ title, meanDifference }) as AgreementRow
    expect(widestFinding([row('Data', -0.5), row('Training', 0.5)])).toBe(
      'The agency rates data 0.5 levels lower than its partner',
    )
    expect(widestFinding([row('Data', 0), row('Training', null)])).toBe(
      'Both sides rate every domain alike on average',
    )
    expect(widestFinding([row('Data', null)])).toBe('No domain has an item that both sides rated')
  })

  test('leave abbreviations as they are', () => {
    expect([lowerFirst('Training'), lowerFirst('EMS and fire')]).toEqual(['training', 'EMS and fire'])
  })
})

describe('rounds with and without a partner', () => {
  const alone = round('2025-03-01', allAt(2))

  test('are compared on the agency’s own ratings, and it says so', () => {
    const { change, domains } = resultsView(mixed, alone, lineage)
    expect(domains.map(({ score }) => score.displayed)).toEqual([50, 33])
    // The agency's own: training (5, 3, 3 by weight, 2) from 2, data (4, 3) from 2.
    expect(change).toEqual({
      since: 'March 2025',
      displayed: 34,
      basis:
        'This compares the agency’s own ratings, in both rounds, because the earlier one was not co-reviewed.',
    })
  })

  test('are told apart in the numbers of a line, and items that were not agreed in the heat map', () => {
    const { trend, heatMap, rounds } = progressView([alone, mixed], lineage)
    expect(trend.overall.rows.map(({ round: name, comparable }) => [name, comparable])).toEqual([
      ['March 2025, not co-reviewed', 'first round'],
      [
        'March 2026, co-reviewed',
        '5 items, 100% of the weight in domains that can be compared, the agency’s own ratings',
      ],
    ])
    expect(rounds.map(({ coReviewed }) => coReviewed)).toEqual([false, true])
    const coded = heatMap.groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'data.coded')
    expect(coded?.cells[1]).toMatchObject({ mark: '2*', words: 'level 2, not agreed' })
    expect(heatMap.key.at(-1)?.words).toBe('not agreed: the lower level counts')
  })
})

describe('driftView', () => {
  const before = reviewedRound('2025-03-01', {
    agency: allAt(4),
    partner: allAt(2),
    agreed: allAt(3),
    settled: {},
  })

  test('needs two co-reviewed rounds', () => {
    expect(driftView([round('2025-03-01', allAt(2)), mixed])).toBeNull()
  })

  test('says whether the two sides’ views came closer, overall and by domain', () => {
    const drift = driftView([before, round('2025-09-01', allAt(2)), mixed])
    expect(drift?.finding).toBe('The two sides’ views came closer since March 2025')
    expect(drift?.rounds).toEqual(['Mar 2025', 'Mar 2026'])
    expect(drift?.overall.points.map(({ value }) => value)).toEqual([2, 0.6])
    expect(drift?.domains[1]?.finding).toBe('Data: agency 1 level higher, closer than in March 2025')
    expect(drift?.domains[1]?.cells).toEqual([
      'agency 2 levels higher; same level on 0 of 3 items',
      'agency 1 level higher; same level on 1 of 2 items',
    ])
    expect(drift?.reach).toBe(2)
  })

  test('says so where they drifted apart', () => {
    expect(driftView([{ ...mixed, date: '2024-03-01' }, before])?.finding).toBe(
      'The two sides’ views drifted apart since March 2024',
    )
  })
})
