import { expect, test } from 'vitest'
import { awaitingConfirmation, confirmedResponse } from '#assessments/confirming.ts'
import { domain, levelItem, questionnaire } from '#tests/support/questionnaires.ts'

const carried = { assessment: 'last', at: '2025-11-03T09:00:00.000Z', person: 'avery' }
const when = (item: string, atLeast: number) => ({ shownWhen: { all: [{ item, atLeast }] } })
const sample = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.first'),
      levelItem('care.second', when('care.first', 3)),
      levelItem('care.third', when('care.first', 5)),
      levelItem('care.agency', { answeredBy: 'agency' }),
    ]),
  ],
})

test('confirming takes the mark off and leaves the rest as it was given', () => {
  expect(confirmedResponse({ value: 3, note: 'Since May.', carried })).toEqual({
    value: 3,
    note: 'Since May.',
  })
})

test('what waits is what is asked of the side and shown once all of it is confirmed', () => {
  const all = Object.fromEntries(
    ['care.first', 'care.second', 'care.third', 'care.agency'].map((id) => [id, { value: 4, carried }]),
  )
  expect(awaitingConfirmation(sample, all, 'agency')).toEqual(['care.first', 'care.second', 'care.agency'])
  expect(awaitingConfirmation(sample, all, 'partner')).toEqual(['care.first', 'care.second'])
  expect(awaitingConfirmation(sample, { ...all, 'care.first': { value: 1 } }, 'partner')).toEqual([])
})

test('what is only shown beside the question and what is one’s own waits for nothing', () => {
  const earlier = [
    { item: 'care.old', version: '0.9.0', response: { value: 4 }, at: carried.at, person: 'a' },
  ]
  const answers = { 'care.first': { carried: { ...carried, earlier } }, 'care.agency': { value: 2 } }
  expect(awaitingConfirmation(sample, answers, 'agency')).toEqual([])
})
