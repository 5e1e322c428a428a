import { describe, expect, test } from 'vitest'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import { ImpactTally, type TouchedAssessment } from '#assessments/impact.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { after, before } from '#tests/support/impact-versions.ts'
import {
  domain,
  levelItem,
  notApplicable,
  otherItem,
  questionnaire,
  responses,
} from '#tests/support/questionnaires.ts'

const submitted = { person: 'ann', at: '2025-11-03T09:00:00.000Z' }

function final(id: string, given: Responses, isLatestOfAgency = true, own = before): TouchedAssessment {
  const document = freezeAlone({
    ...{ assessmentId: id, asOf: '2025-11-01', questionnaire: own, questionnaireSha256: 'a'.repeat(64) },
    ...{ responses: given, submitted },
  })
  return { id, version: own.version, inProgress: null, copy: { document, isLatestOfAgency } }
}

function open(id: string, given: Responses, more: { movable?: boolean; version?: string } = {}) {
  const entries = Object.entries(given)
  const agency = new Map(entries.map(([item, response]) => [item, { response, ...submitted }]))
  const { movable = true, version = '1.0.0' } = more
  return { id, version, inProgress: { answers: { agency }, movable }, copy: null }
}

function impactOf(
  taken: readonly TouchedAssessment[],
  version: Questionnaire = after,
  lineage = [before, after],
) {
  const tally = new ImpactTally(lineage, version)
  taken.forEach((assessment) => tally.take(assessment))
  return tally.impact()
}

const higher = responses({ 'care.same': 5, 'care.words': 3, 'care.whole': 1, 'care.gone': 1 })
const lower = responses({ 'care.same': 1, 'care.words': 1, 'care.whole': 5, 'care.gone': notApplicable })

describe('ImpactTally', () => {
  test('tells what the version did, where nobody has answered anything', () => {
    const none = { stands: 0, askedAnew: { changed: 0, split: 0, merged: 0 }, notHeld: 0 }
    const nobody = { ...none, left: { retired: 0, notAsked: 0 } }
    expect(impactOf([])).toEqual({
      questionnaire: 'sketch@1.1.0',
      revises: '1.0.0',
      items: { same: 1, reworded: 1, split: 1, added: 1, retired: 1 },
      inProgress: [],
      answers: {
        final: { agency: nobody, partner: nobody },
        inProgress: { agency: nobody, partner: nobody },
      },
      comparable: { assessments: 0, shrinking: [] },
      scores: { scored: 0, notScored: 0, higher: 0, lower: 0, median: null, largest: null },
    })
  })

  test('counts what is in progress, and what of it could move', () => {
    const taken = [open('a', {}), open('b', {}, { movable: false }), open('c', {}, { version: '1.1.0' })]
    expect(impactOf(taken).inProgress).toEqual([{ version: '1.0.0', assessments: 2, movable: 1 }])
  })

  test('counts each answer once by its fate: of the latest final ones, and of what is in progress', () => {
    const { final: last, inProgress } = impactOf([
      final('a', higher),
      final('older', lower, false),
      open('b', responses({ 'care.same': 2, 'care.whole': 4 })),
    ]).answers
    expect(last.agency).toEqual({
      ...{ stands: 2, askedAnew: { changed: 0, split: 1, merged: 0 }, notHeld: 0 },
      left: { retired: 1, notAsked: 0 },
    })
    expect(inProgress.agency).toMatchObject({ stands: 1, askedAnew: { split: 1 } })
    expect(last.partner.stands).toBe(0)
  })

  test('tells answers that no longer fit, and those that a partner isn’t asked for any more', () => {
    const months = (fields: Record<string, unknown>) =>
      otherItem('number', 'care.months', { unit: 'months', ...fields })
    const older = questionnaire({
      domains: [domain('care', [months({ minimum: 0, maximum: 99 }), levelItem('care.a')])],
    })
    const newer = questionnaire({
      version: '1.1.0',
      domains: [
        domain('care', [months({ minimum: 0, maximum: 12 }), levelItem('care.a', { answeredBy: 'agency' })]),
      ],
      revises: { version: '1.0.0', same: ['care.months', 'care.a'], changes: [] },
    })
    const given = new Map(
      Object.entries(responses({ 'care.months': 24, 'care.a': 3 })).map(([id, response]) => [
        id,
        { response, ...submitted },
      ]),
    )
    const inProgress = { answers: { agency: given, partner: given }, movable: false }
    const taken = { id: 'a', version: '1.0.0', inProgress, copy: null }
    const { answers } = impactOf([taken], newer, [older, newer])
    expect(answers.inProgress).toMatchObject({
      agency: { stands: 1, notHeld: 1, left: { notAsked: 0 } },
      partner: { stands: 0, notHeld: 1, left: { retired: 0, notAsked: 1 } },
    })
  })

  test('names final assessments that can be compared on fewer items, from how many to how many', () => {
    const kept = responses({ 'care.same': 3, 'care.words': 3 })
    const { comparable } = impactOf([final('a', higher), final('b', lower, false), final('c', kept)])
    expect(comparable).toEqual({
      assessments: 3,
      shrinking: [
        { assessment: 'a', version: '1.0.0', from: 4, to: 2 },
        { assessment: 'b', version: '1.0.0', from: 3, to: 2 },
      ],
    })
  })

  test('tells by how much the latest scores would differ on their comparable answers', () => {
    // 100, 50, 0, 0 make 37.5, and 100 and 50 make 75; 0, 0 and 100 make 33.3, and 0 and 0 make 0.
    const same = responses({ 'care.same': 3, 'care.words': 3 })
    const nothing = responses({ 'care.whole': 3 })
    const taken = [final('a', higher), final('b', lower), final('c', same), final('d', nothing)]
    expect(impactOf([...taken, final('e', higher, false)]).scores).toEqual({
      ...{ scored: 3, notScored: 1, higher: 1, lower: 1 },
      ...{ median: 35.4, largest: 37.5 },
    })
  })

  test('leaves what stands on this version or a later one alone', () => {
    const impact = impactOf([final('a', higher), open('b', higher)], before)
    expect(impact.comparable.assessments).toBe(0)
    expect(impact.inProgress).toEqual([])
  })
})
