import { describe, expect, it } from 'vitest'
import {
  compareSides,
  lowerLevel,
  needsNote,
  widthOf,
  type Difference,
  type Standing,
} from '#assessments/differences.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import {
  anchorsFor,
  domain,
  levelItem,
  levelsOf,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
  type Json,
} from '#tests/support/questionnaires.ts'

type Said = number | Response | undefined

/** A questionnaire of one scored item, which a yes-no item before it shows. */
function one(fields: Json = {}, values = [1, 2, 3, 4, 5]): Questionnaire {
  const gate = { item: 'training.there', equals: true }
  return questionnaire({
    levels: levelsOf(values),
    domains: [
      domain('training', [
        otherItem('yes-no', 'training.there'),
        levelItem('training.crisis', {
          anchors: anchorsFor(values),
          notApplicable: true,
          shownWhen: { all: [gate] },
          ...fields,
        }),
      ]),
    ],
  })
}

function compare(agency: Said, partner: Said, sample = one(), gates = { agency: true, partner: true }) {
  const side = (said: Said, there: boolean) =>
    responses({ 'training.there': there, ...(said !== undefined && { 'training.crisis': said }) })
  const [compared] = compareSides(sample, {
    agency: side(agency, gates.agency),
    partner: side(partner, gates.partner),
  })
  if (!compared) throw new Error('it has one scored item')
  return compared
}
const differenceBetween = (...parameters: Parameters<typeof compare>) => compare(...parameters).difference
const carried = { assessment: 'a2', at: '2026-01-01T00:00:00.000Z', person: 'p1' }

describe('compareSides', () => {
  it.each<[string, Said, Said, Difference]>([
    ['the same level', 3, 3, { kind: 'same' }],
    [
      'not applicable on both sides, whatever the reason',
      notApplicable,
      { notApplicable: 'None.' },
      { kind: 'same' },
    ],
    ['nothing on both sides', undefined, { dontKnow: true }, { kind: 'same' }],
    ['the agency higher', 5, 2, { kind: 'levels', gap: 3 }],
    ['the partner higher', 2, 3, { kind: 'levels', gap: -1 }],
    ['not applicable for the agency', notApplicable, 3, { kind: 'not-applicable', side: 'agency' }],
    ['not applicable for the partner', 3, notApplicable, { kind: 'not-applicable', side: 'partner' }],
    ['nothing from the agency', undefined, 3, { kind: 'unanswered', side: 'agency' }],
    ['a note alone from the partner', 3, { note: 'Later.' }, { kind: 'unanswered', side: 'partner' }],
    ['don’t know from the partner', 3, { dontKnow: true }, { kind: 'unanswered', side: 'partner' }],
    ['a copied, not reconfirmed answer', 3, { value: 3, carried }, { kind: 'unanswered', side: 'partner' }],
    ['nothing beside not applicable', undefined, notApplicable, { kind: 'unanswered', side: 'agency' }],
  ])('tells %s', (_, agency, partner, difference) => {
    expect(differenceBetween(agency, partner)).toEqual(difference)
  })

  it('tells an item that one side’s own answers hide', () => {
    const hidden = { agency: true, partner: false }
    expect(differenceBetween(4, 4, one(), hidden)).toEqual({ kind: 'hidden', side: 'partner' })
    expect(differenceBetween(notApplicable, 4, one(), hidden)).toEqual({ kind: 'hidden', side: 'partner' })
    expect(differenceBetween(undefined, 4, one(), hidden)).toEqual({ kind: 'same' })
    expect(differenceBetween(4, 4, one(), { agency: false, partner: false })).toEqual({ kind: 'same' })
  })

  it('lets the agency’s answer stand where the partner isn’t asked, whatever is kept for it', () => {
    const sample = one({ answeredBy: 'agency' })
    expect(differenceBetween(4, undefined, sample)).toEqual({ kind: 'agency-only' })
    expect(differenceBetween(4, 2, sample)).toEqual({ kind: 'agency-only' })
  })

  it('lets it stand where the partner left out what it may leave out, and not where it answered', () => {
    const sample = one({ answeredBy: 'partner-optional' })
    expect(differenceBetween(4, undefined, sample)).toEqual({ kind: 'agency-only' })
    expect(differenceBetween(4, { dontKnow: true }, sample)).toEqual({ kind: 'agency-only' })
    expect(differenceBetween(4, 2, sample)).toEqual({ kind: 'levels', gap: 2 })
    expect(differenceBetween(4, notApplicable, sample)).toEqual({ kind: 'not-applicable', side: 'partner' })
    expect(differenceBetween(undefined, 2, sample)).toEqual({ kind: 'unanswered', side: 'agency' })
  })

  it('counts levels and not the numbers that they have', () => {
    const sample = one({}, [0, 50, 75, 100])
    expect(differenceBetween(100, 50, sample)).toEqual({ kind: 'levels', gap: 2 })
    expect(differenceBetween(0, 50, sample)).toEqual({ kind: 'levels', gap: -1 })
  })

  it('compares scored items only, in the questionnaire’s order', () => {
    const sample = questionnaire({
      domains: [
        domain('training', [
          levelItem('training.b'),
          otherItem('text', 'training.text'),
          levelItem('training.a'),
        ]),
        domain('data', [levelItem('data.a')]),
      ],
    })
    const compared = compareSides(sample, { agency: {}, partner: {} })
    expect(compared.map(({ item }) => item.id)).toEqual(['training.b', 'training.a', 'data.a'])
  })
})

describe('needsNote', () => {
  it('asks for one from a gap of two levels on, to either side, and for nothing else', () => {
    const gaps = [-4, -2, -1, 1, 2, 4].map((gap) => needsNote({ kind: 'levels', gap }))
    expect(gaps).toEqual([true, true, false, false, true, true])
    expect(needsNote({ kind: 'not-applicable', side: 'agency' })).toBe(false)
    expect(needsNote({ kind: 'same' })).toBe(false)
  })
})

describe('widthOf', () => {
  it('puts the widest first: by levels, not applicable as two, silence as half', () => {
    const differences: Difference[] = [
      { kind: 'levels', gap: -4 },
      { kind: 'levels', gap: 3 },
      { kind: 'not-applicable', side: 'partner' },
      { kind: 'levels', gap: -1 },
      { kind: 'hidden', side: 'agency' },
      { kind: 'same' },
      { kind: 'agency-only' },
    ]
    expect(differences.map(widthOf)).toEqual([4, 3, 2, 1, 0.5, 0, 0])
  })
})

describe('lowerLevel', () => {
  const level = (value: number): Standing => ({ kind: 'level', level: value })

  it('is the lower of two, the only one, or none', () => {
    expect(lowerLevel({ agency: level(4), partner: level(2) })).toBe(2)
    expect(lowerLevel({ agency: { kind: 'not-applicable' }, partner: level(5) })).toBe(5)
    expect(lowerLevel({ agency: level(0), partner: { kind: 'unanswered' } })).toBe(0)
    expect(
      lowerLevel({ agency: { kind: 'not-applicable' }, partner: { kind: 'unanswered' } }),
    ).toBeUndefined()
  })
})
