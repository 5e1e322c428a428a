import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agenciesToShow, anonymized, smallestGroup, type Grouped } from '#assessments/exporting/anonymous.ts'
import { exportedAssessment, exportedAssessmentSchema } from '#assessments/exporting/exported-assessment.ts'
import { everyAnswer, exportable } from '#tests/support/exportables.ts'

const cellOf = ({ state, sizeBand, type }: Grouped) => JSON.stringify([state, sizeBand, type])

/** Groups of every size around five, over a few states. */
const someAgencies = fc
  .array(
    fc.record({
      state: fc.constantFrom('AK', 'OH', 'TX', 'VT'),
      sizeBand: fc.constantFrom('1-9', '10-24', '1000+', null),
      type: fc.constantFrom('police', 'sheriff', null),
      count: fc.oneof(fc.integer({ min: 1, max: 7 }), fc.constant(20)),
    }),
    { maxLength: 14 },
  )
  .map((groups) =>
    groups.flatMap(({ count, ...group }, at) =>
      Array.from({ length: count }, (_, number): Grouped => ({ ...group, id: `${at}-${number}` })),
    ),
  )

/** How many of each: by what `keyOf` says. */
function tally<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

/**
 * What an attacker can compute who knows the total of all and of each state in the file: each of these sums, less what
 * the file holds. A sum is written as the agencies that it is over, by their place.
 */
function remainders(agencies: readonly Grouped[], shown: ReadonlySet<string>): number[][] {
  const states = new Set(agencies.filter(({ id }) => shown.has(id)).map(({ state }) => state))
  const known = [() => true, ...[...states].map((state) => (agency: Grouped) => agency.state === state)]
  return known.map((isIn) => agencies.map((agency) => (isIn(agency) && !shown.has(agency.id) ? 1 : 0)))
}

/** How few agencies any sum stands for that can be made of these by adding and subtracting, with weights up to one. */
function fewest(sums: readonly number[][]): number {
  let least = Infinity
  const combine = (at: number, sum: readonly number[]) => {
    if (at === sums.length) {
      const over = sum.filter((weight) => weight !== 0).length
      if (over > 0) least = Math.min(least, over)
      return
    }
    for (const weight of [-1, 0, 1])
      combine(
        at + 1,
        sum.map((one, i) => one + weight * (sums[at]?.[i] ?? 0)),
      )
  }
  combine(0, sums[0]?.map(() => 0) ?? [])
  return least
}

describe('an anonymous export', () => {
  it('shows no group of fewer than five', () => {
    fc.assert(
      fc.property(someAgencies, (agencies) => {
        const shown = agenciesToShow(agencies)
        const inFile = agencies.filter(({ id }) => shown.has(id))
        for (const count of tally(inFile, cellOf).values())
          expect(count).toBeGreaterThanOrEqual(smallestGroup)
        // A group is shown whole or not at all.
        const all = tally(agencies, cellOf)
        for (const [cell, count] of tally(inFile, cellOf)) expect(count).toBe(all.get(cell))
      }),
    )
  })

  it('lets nobody who knows the totals compute what fewer than five have', () => {
    fc.assert(
      fc.property(someAgencies, (agencies) => {
        // A total of fewer is published nowhere.
        fc.pre(agencies.length >= smallestGroup)
        expect(fewest(remainders(agencies, agenciesToShow(agencies)))).toBeGreaterThanOrEqual(smallestGroup)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves nothing out where every group is large enough, and another group with a small one', () => {
    const group = (state: string, type: string, count: number) =>
      Array.from({ length: count }, (_, at): Grouped => ({
        id: `${state}${type}${at}`,
        state,
        type,
        sizeBand: null,
      }))
    const large = [...group('OH', 'police', 5), ...group('OH', 'sheriff', 9), ...group('TX', 'police', 6)]
    expect(agenciesToShow(large).size).toBe(20)
    const shown = agenciesToShow([...large, ...group('OH', 'campus', 2)])
    expect([...shown].filter((id) => id.startsWith('OHpolice'))).toEqual([])
    expect(shown.size).toBe(15)
    // Two in a state of their own: the smallest other state goes with them.
    expect(agenciesToShow([...large, ...group('VT', 'police', 2)]).size).toBe(14)
    expect(agenciesToShow(group('VT', 'police', 4)).size).toBe(0)
  })

  it('says nothing that leads back', () => {
    const fresh = (id: string) => `fresh-${id.length}`
    const whole = exportable({ agency: everyAnswer, partner: everyAnswer, agreed: everyAnswer })
    const named = { ...whole, agency: { ...whole.agency, ori: 'NM0010000' } }
    const hidden = anonymized(named, fresh)
    const text = JSON.stringify(exportedAssessment(hidden))
    expect(exportedAssessmentSchema.safeParse(JSON.parse(text)).success).toBe(true)
    for (const word of [
      'agency-1',
      'assessment-1',
      'Doña',
      'NM001',
      'quoted',
      'example.org',
      '12.5',
      'none here',
    ]) {
      expect(text).not.toContain(word)
    }
    expect(hidden).toMatchObject({
      ...{ copy: 1, finalizedAt: '2026-01-01T00:00:00.000Z' },
      agency: { id: 'fresh-8', name: null, state: 'NM', county: null, sizeBand: '10-24', ori: null },
      shared: { asOf: '2026-01-01', sharing: { notes: false, partner: false }, responses: { partner: null } },
    })
    expect(hidden.shared.responses?.agreed).toEqual({
      'leadership.workgroup': { value: 4 },
      'leadership.coordinator': { value: 2 },
      'practice.training': { notApplicable: 'not shared' },
      'practice.yes-no': { value: false },
      'practice.choice': { value: 'second' },
      'practice.choices': { value: ['first', 'second'] },
    })
    expect(hidden.shared.scorecard).toEqual(whole.shared.scorecard)
  })
})
