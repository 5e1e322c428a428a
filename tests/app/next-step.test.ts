import { expect, test } from 'vitest'
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
  mine,
  free,
})
const situation = (domains: DomainAhead[], more: Partial<Situation> = {}): Situation => ({
  assessmentId: '1',
  stage: 'answering',
  domains,
  may: { answer: true, submit: true, settle: true },
  place: null,
  coReview: null,
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
  const step = nextStepOf(situation(domains, { may: { answer: true, submit: false, settle: true } }))
  expect(step).toMatchObject({ label: 'Review the answers', to: '/assessments/1/review' })
  expect(step.sentence).toContain('A coordinator can')
})

test('a viewer reads, and a final assessment leads to its results', () => {
  const domains = [domain('a', 1, ['a.x'])]
  const viewer = situation(domains, { may: { answer: false, submit: false, settle: false } })
  expect(nextStepOf(viewer)).toMatchObject({
    label: 'Read the answers so far',
    sentence: '1 item left to answer.',
  })
  expect(nextStepOf({ ...viewer, stage: 'final' })).toMatchObject({ to: '/assessments/1/results' })
})
