import { describe, expect, test } from 'vitest'
import type { Side } from '#assessments/access.ts'
import { isAsked, progressOf, totalProgress } from '#assessments/progress.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import {
  domain,
  levelItem,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
} from '#tests/support/questionnaires.ts'

const sample = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.both', { required: true }),
      levelItem('care.agency', { answeredBy: 'agency', required: true }),
      levelItem('care.optional', { answeredBy: 'partner-optional', required: true, notApplicable: true }),
      levelItem('care.hidden', { required: true, shownWhen: { all: [{ item: 'care.both', atLeast: 4 }] } }),
    ]),
    domain('data', [otherItem('text', 'data.text'), levelItem('data.level', { notApplicable: true })]),
  ],
})

describe('progressOf', () => {
  test('counts all that the agency is asked, of every kind', () => {
    expect(progressOf(sample, {}, 'agency')).toEqual([
      {
        id: 'care',
        answered: 0,
        applicable: 3,
        unanswered: ['care.both', 'care.agency', 'care.optional'],
        requiredMissing: ['care.both', 'care.agency', 'care.optional'],
      },
      {
        id: 'data',
        answered: 0,
        applicable: 2,
        unanswered: ['data.text', 'data.level'],
        requiredMissing: [],
      },
    ])
  })

  test('asks a partner nothing that only the agency answers, and lets it leave out what is optional', () => {
    expect(progressOf(sample, {}, 'partner')[0]).toEqual({
      id: 'care',
      answered: 0,
      applicable: 1,
      unanswered: ['care.both'],
      requiredMissing: ['care.both'],
    })
    expect(progressOf(sample, responses({ 'care.both': 2, 'care.optional': 3 }), 'partner')[0]).toMatchObject(
      {
        answered: 2,
        applicable: 2,
        unanswered: [],
      },
    )
    const given = responses({ 'care.both': 2, 'care.optional': { dontKnow: true } })
    expect(progressOf(sample, given, 'partner')[0]).toMatchObject({ answered: 1, applicable: 1 })
  })

  test('counts neither hidden nor not applicable items, and don’t know as unanswered', () => {
    const given = responses({
      'care.both': 4,
      'care.agency': { dontKnow: true },
      'data.level': notApplicable,
    })
    const domains = progressOf(sample, given, 'agency')
    expect(domains[0]).toEqual({
      id: 'care',
      answered: 1,
      applicable: 4,
      unanswered: ['care.agency', 'care.optional', 'care.hidden'],
      requiredMissing: ['care.agency', 'care.optional', 'care.hidden'],
    })
    expect(domains[1]).toMatchObject({ answered: 0, applicable: 1 })
    expect(totalProgress(domains)).toMatchObject({ answered: 1, applicable: 5 })
    expect(totalProgress(domains).unanswered).toHaveLength(4)
  })
})

test('isAsked leaves the agency’s own items out for a partner', () => {
  const askedOf = (side: Side) => itemsOf(sample).filter((item) => isAsked(item, side))
  expect(askedOf('agency')).toHaveLength(6)
  expect(askedOf('partner')).toHaveLength(5)
  expect(askedOf('partner').map(({ id }) => id)).not.toContain('care.agency')
})
