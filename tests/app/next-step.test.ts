import { describe, expect, test } from 'vitest'
import type { CoReview } from '#app/co-review.server.ts'
import { nextStepOf, type DomainAhead, type Situation } from '#app/next-step.ts'

const domain = (
  id: string,
  answered: number,
  unanswered: string[],
  mine: string[] = [],
  free = unanswered,
): DomainAhead => ({
  id,
  title: id.toUpperCase(),
  answered,
  unanswered,
  toConfirm: 0,
  mine,
  free,
})
const situation = (domains: DomainAhead[], more: Partial<Situation> = {}): Situation => ({
  assessmentId: '1',
  stage: 'answering',
  domains,
  may: { answer: true, submit: true, settle: true, sign: true },
  place: null,
  coReview: null,
  carry: null,
  talk: null,
  ...more,
})

test('the first step begins at the first domain', () => {
  const step = nextStepOf(situation([domain('a', 0, ['a.x', 'a.y']), domain('b', 0, ['b.x'])]))
  expect(step).toEqual({
    label: 'Begin with A: 2 items',
    to: '/assessments/1/domains/a',
    sentence: '3 items left to answer in all.',
  })
})

describe('while the last answers can be carried forward', () => {
  const carry = { month: 'November 2025', asOf: 'November 3, 2025', count: 58, begun: false }
  const nothing = [domain('a', 0, ['a.x', 'a.y'])]

  test('that comes first where nothing is answered yet', () => {
    expect(nextStepOf(situation(nothing, { carry }))).toEqual({
      label: 'Carry the answers of November 2025 forward',
      to: '/assessments/1/carry-forward',
      sentence:
        'Nothing is answered yet. 58 answers of your assessment as of November 3, 2025 can come along; each counts once you have confirmed it.',
    })
  })

  test('it steps back once something is answered or carried, and for whoever may not answer', () => {
    const label = (domains: DomainAhead[], more: Partial<Situation>) =>
      nextStepOf(situation(domains, more)).label
    expect(label([domain('a', 1, ['a.y'])], { carry })).toMatch(/^Continue with A/)
    expect(label([{ ...domain('a', 0, ['a.x']), toConfirm: 1 }], { carry })).toMatch(/^Continue with A/)
    expect(label(nothing, { carry: { ...carry, begun: true } })).toMatch(/^Begin with A/)
    const may = { answer: false, submit: false, settle: false, sign: false }
    expect(label(nothing, { carry, may })).toBe('Read the answers so far')
  })

  test('what is left only to be confirmed is told', () => {
    const domains = [{ ...domain('a', 0, ['a.x', 'a.y', 'a.z']), toConfirm: 2 }]
    expect(nextStepOf(situation(domains))).toEqual({
      label: 'Continue with A: 3 items left',
      to: '/assessments/1/domains/a#a.x',
      sentence:
        '3 items left to answer in all, 2 of them carried from another assessment and only to confirm.',
    })
  })
})

test('the next step continues at the first gap', () => {
  const step = nextStepOf(situation([domain('a', 2, []), domain('b', 1, ['b.x'])]))
  expect(step).toMatchObject({ label: 'Continue with B: 1 item left', to: '/assessments/1/domains/b#b.x' })
})

test('a person returns to where they left, while something is left there', () => {
  const domains = [domain('a', 1, ['a.x']), domain('b', 1, ['b.x'])]
  const place = { domainId: 'b', itemId: 'b.z' }
  expect(nextStepOf(situation(domains, { place })).to).toBe('/assessments/1/domains/b#b.z')
  const done = [domain('a', 1, ['a.x']), domain('b', 2, [])]
  expect(nextStepOf(situation(done, { place })).to).toBe('/assessments/1/domains/a#a.x')
})

test('a person sees first what was assigned to them', () => {
  const domains = [domain('a', 1, ['a.x']), domain('b', 1, ['b.x', 'b.y'], ['b.y'])]
  const place = { domainId: 'a', itemId: null }
  expect(nextStepOf(situation(domains, { place }))).toMatchObject({
    label: 'Continue with B: 1 item of yours left',
    to: '/assessments/1/domains/b#b.y',
  })
})

test('what is another’s to answer comes last', () => {
  const [others, free] = [domain('a', 1, ['a.x'], [], []), domain('b', 1, ['b.x', 'b.y'], [], ['b.y'])]
  expect(nextStepOf(situation([others, free]))).toEqual({
    label: 'Continue with B: 2 items left',
    to: '/assessments/1/domains/b#b.y',
    sentence: '3 items left to answer in all. In B, 1 of 2 is assigned to somebody else.',
  })
  expect(nextStepOf(situation([others]))).toMatchObject({
    to: '/assessments/1/domains/a#a.x',
    sentence: '1 item left to answer in all. In A, all are assigned to others.',
  })
})

test('a step counts what its domain’s row counts as missing, unless it says that it is one’s own', () => {
  const missing = ['b.w', 'b.x', 'b.y', 'b.z']
  expect(nextStepOf(situation([domain('b', 1, missing, [], ['b.y'])]))).toMatchObject({
    label: 'Continue with B: 4 items left',
    sentence: '4 items left to answer in all. In B, 3 of 4 are assigned to others.',
  })
  expect(nextStepOf(situation([domain('b', 1, missing, ['b.y'], ['b.y'])]))).toMatchObject({
    label: 'Continue with B: 1 item of yours left',
    sentence: '4 items left to answer in all.',
  })
})

test('once all is answered a coordinator submits, and a contributor is told who can', () => {
  const domains = [domain('a', 1, [])]
  expect(nextStepOf(situation(domains)).label).toBe('Review and submit')
  const step = nextStepOf(
    situation(domains, { may: { answer: true, submit: false, settle: true, sign: false } }),
  )
  expect(step).toMatchObject({ label: 'Review the answers', to: '/assessments/1/review' })
  expect(step.sentence).toContain('A coordinator can')
})

test('a viewer reads, and a final assessment leads to its results', () => {
  const domains = [domain('a', 1, ['a.x'])]
  const viewer = situation(domains, { may: { answer: false, submit: false, settle: false, sign: false } })
  expect(nextStepOf(viewer)).toMatchObject({
    label: 'Read the answers so far',
    sentence: '1 item left to answer.',
  })
  expect(nextStepOf({ ...viewer, stage: 'final' })).toMatchObject({ to: '/assessments/1/results' })
})

describe('while the two sides reconcile', () => {
  const coReview: CoReview = {
    ...{ side: 'agency', other: 'Larkmoor Care', submitted: { own: true, other: true } },
    ...{ lock: 'reconciling', alone: false, partnershipEnded: false, overdue: false, mayGoAlone: false },
  }
  const none = { agency: 0, partner: 0 }
  const unsigned = { agency: false, partner: false }
  const step = (talk: Partial<Situation['talk']>, may: Partial<Situation['may']> = {}) =>
    nextStepOf(
      situation([domain('a', 1, [])], {
        ...{ stage: 'reconciling', coReview },
        talk: { left: 0, waitsFor: none, signed: unsigned, ...talk },
        may: { answer: true, submit: true, settle: true, sign: true, ...may },
      }),
    )

  test('the next step says what is left, and for whom it waits', () => {
    expect(step({ left: 3 })).toEqual({
      label: 'Settle the differences',
      to: '/assessments/1/differences',
      sentence: 'Both have submitted. 3 differences left to settle.',
    })
    expect(step({ left: 3, waitsFor: { agency: 2, partner: 1 } }).sentence).toBe(
      'Both have submitted. 3 differences left to settle: Larkmoor Care has proposed, and waits for your answer to 2.',
    )
    expect(step({ left: 1, waitsFor: { agency: 0, partner: 1 } }).sentence).toBe(
      'Both have submitted. 1 difference left to settle: you have proposed, and wait for Larkmoor Care to answer.',
    )
    expect(step({ left: 2, waitsFor: { agency: 0, partner: 1 } }).sentence).toMatch(/2 .* to settle\.$/)
    expect(step({ left: 3 }, { settle: false }).label).toBe('See the differences')
  })

  test('once everything is settled it says whose signature is missing', () => {
    const sign = 'Look through and sign'
    expect(step({})).toMatchObject({
      label: sign,
      sentence: 'Everything is settled. It waits for your signature.',
    })
    expect(step({ signed: { agency: false, partner: true } })).toMatchObject({
      label: sign,
      sentence: 'Everything is settled, and Larkmoor Care has signed. It waits for your signature.',
    })
    expect(step({ signed: { agency: true, partner: false } })).toMatchObject({
      label: 'See what is agreed',
      sentence: 'You have signed. It waits for the signature of Larkmoor Care.',
    })
    expect(step({}, { sign: false })).toMatchObject({
      label: 'See what is agreed',
      sentence: 'Everything is settled. A coordinator of your side can sign.',
    })
  })
})
