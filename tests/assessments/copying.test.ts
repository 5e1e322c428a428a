import { describe, expect, test } from 'vitest'
import { copyableAnswers } from '#assessments/copying.ts'
import type { Response } from '#assessments/response.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'

const countyWide = { countyWide: true }
const services = (items: readonly Record<string, unknown>[]) => ({ domains: [domain('services', items)] })
const items = [
  levelItem('services.line', { ...countyWide, notApplicable: true }),
  levelItem('services.team', countyWide),
  levelItem('services.optional', { ...countyWide, answeredBy: 'partner-optional' }),
  levelItem('services.own'),
]
const first = questionnaire(services(items))

const copied = (answers: Parameters<typeof responses>[0], own: Record<string, Response> = {}) =>
  copyableAnswers(
    [first],
    { version: '1.0.0', responses: responses(answers) },
    { questionnaire: first, responses: own },
  ).map(({ itemId, response }) => [itemId, response])

describe('copyableAnswers', () => {
  test('gives answers on county-wide items, notes and reasons among them, and no others', () => {
    const line: Response = { notApplicable: 'None in the county.', note: 'Since 2020.' }
    expect(
      copied({
        'services.line': line,
        'services.team': 3,
        'services.optional': { value: 2, evidence: ['https://example.org/'] },
        'services.own': 5,
      }),
    ).toEqual([
      ['services.line', line],
      ['services.team', { value: 3 }],
      ['services.optional', { value: 2, evidence: ['https://example.org/'] }],
    ])
  })

  test('leaves alone what the partner has said anything about', () => {
    const answers = { 'services.line': 4, 'services.team': 3 }
    expect(copied(answers, { 'services.line': { dontKnow: true } })).toEqual([
      ['services.team', { value: 3 }],
    ])
    expect(copied(answers, { 'services.line': { note: 'Ask Ada.' }, 'services.team': { value: 1 } })).toEqual(
      [],
    )
    expect(copied(answers, { 'services.line': {} })).toHaveLength(2)
  })

  test('passes on nothing that was unanswered, unknown, or copied and not confirmed there', () => {
    const carried = { assessment: '1', at: '2026-01-01T00:00:00.000Z', person: '2' }
    expect(
      copied({
        'services.line': { dontKnow: true },
        'services.team': { value: 3, carried },
        'services.optional': { note: 'No answer.' },
      }),
    ).toEqual([])
  })

  test('goes from one version to another along items that are the same, reworded or renamed', () => {
    const second = questionnaire({
      version: '1.1.0',
      ...services([
        levelItem('services.line', countyWide),
        levelItem('services.crew', countyWide),
        levelItem('services.optional', { ...countyWide, question: 'Something else?' }),
        levelItem('services.own', countyWide),
      ]),
      revises: {
        version: '1.0.0',
        same: ['services.own'],
        changes: [
          { change: 'reworded', item: 'services.line', why: 'Clearer.' },
          { change: 'renamed', from: 'services.team', to: 'services.crew', why: 'Clearer.' },
          { change: 'changed', item: 'services.optional', why: 'Another question.' },
        ],
      },
    })
    const answers = responses({
      'services.line': 1,
      'services.team': 2,
      'services.optional': 3,
      'services.own': 4,
    })
    const copies = copyableAnswers(
      [first, second],
      { version: '1.0.0', responses: answers },
      { questionnaire: second, responses: {} },
    )
    expect(copies.map(({ itemId, fromItemId }) => [itemId, fromItemId])).toEqual([
      ['services.line', 'services.line'],
      ['services.crew', 'services.team'],
      ['services.own', 'services.own'],
    ])
  })

  test('refuses what the version here cannot hold', () => {
    const answers = responses({ 'services.team': { notApplicable: 'There it could be chosen.' } })
    const from = { version: '1.0.0', responses: answers }
    expect(copyableAnswers([first], from, { questionnaire: first, responses: {} })).toEqual([])
  })
})
