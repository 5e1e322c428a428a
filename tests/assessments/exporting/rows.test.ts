import { describe, expect, test } from 'vitest'
import { answerCell, answerOfCell } from '#assessments/exporting/answer-cell.ts'
import type { Column, Row } from '#assessments/exporting/cell.ts'
import { dictionaryRows } from '#assessments/exporting/data-dictionary.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import { scoreColumns, scoreRows } from '#assessments/exporting/score-rows.ts'
import { sharedCopy } from '#assessments/shared-copy.ts'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import { scorecardSha256 } from '#assessments/exporting/scorecard-sha256.server.ts'
import { everyAnswer, everyKind, exportable } from '#tests/support/exportables.ts'

const named = (columns: readonly Column[], rows: Iterable<Row>) =>
  [...rows].map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])))

describe('responseRows', () => {
  const rows = named(responseColumns, responseRows(exportable()))
  const ofItem = (item: string) => rows.find((row) => row['item'] === item)

  test('makes one row for each response, in the order of the questionnaire', () => {
    expect(rows.map((row) => row['item'])).toEqual(Object.keys(everyAnswer))
  })

  test('says whose assessment it is, under which version', () => {
    expect(rows[0]).toMatchObject({
      agency_id: 'agency-1',
      agency_size_band: '10 to 24',
      assessment: 'assessment-1',
      as_of: { date: '2026-03-01' },
      finalized_at: { moment: '2026-03-02T10:00:00.500Z' },
      questionnaire: 'sample',
      questionnaire_version: '1.2.0',
      co_reviewed: false,
      went_alone: null,
    })
  })

  test('keeps the type of each answer, and says it in words', () => {
    expect(ofItem('leadership.workgroup')).toMatchObject({ value: 4, value_label: 'Level 4', scored: true })
    expect(ofItem('practice.yes-no')).toMatchObject({ value: false, value_label: 'No' })
    expect(ofItem('practice.choices')).toMatchObject({
      value: 'first;second',
      value_label: 'The first; The second',
    })
    expect(ofItem('practice.number')).toMatchObject({ value: -12.5, value_label: '-12.5 people' })
    expect(ofItem('practice.training')).toMatchObject({ value: null, not_applicable: '-none here' })
    expect(ofItem('practice.date')).toMatchObject({ value: null, dont_know: true, note: 'Ask the clerk.' })
  })

  test('makes rows of each side, and says how agreed ones were settled', () => {
    const answer = { 'leadership.workgroup': { value: 3 } }
    const both = exportable({ agency: answer, partner: answer, agreed: answer })
    const source = {
      ...both,
      shared: { ...both.shared, settled: { 'leadership.workgroup': 'same' as const } },
    }
    const sides = named(responseColumns, responseRows(source))
    expect(sides.map(({ side, scored, how_settled }) => [side, scored, how_settled])).toEqual([
      ['agency', false, null],
      ['partner', false, null],
      ['agreed', true, 'same'],
    ])
  })

  test('says why an assessment went on alone', () => {
    const { shared, ...rest } = exportable()
    const [row] = named(responseColumns, responseRows({ ...rest, shared: { ...shared, alone: 'overdue' } }))
    expect(row).toMatchObject({ co_reviewed: false, went_alone: 'overdue' })
  })

  test('makes none where answers are not shared', () => {
    expect([...responseRows(sharedAs('scores'))]).toEqual([])
  })
})

function sharedAs(step: 'scores' | 'answers') {
  const document = freezeAlone({
    assessmentId: 'a1',
    asOf: '2026-03-01',
    questionnaire: everyKind,
    questionnaireSha256: 'f'.repeat(64),
    responses: everyAnswer,
    submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' },
  })
  const shared = sharedCopy(document, everyKind, { step, notes: false, partner: false })
  if (!shared) throw new Error('nothing is shared')
  return exportable({}, { shared, scorecardSha256: scorecardSha256(shared) })
}

describe('scoreRows', () => {
  test('makes one row for the overall score and one for each domain', () => {
    const { shared, scorecardSha256: sha } = exportable()
    const rows = named(scoreColumns, scoreRows(exportable()))
    expect(rows.map(({ scope, domain }) => [scope, domain])).toEqual([
      ['overall', null],
      ['domain', 'leadership'],
      ['domain', 'practice'],
    ])
    expect(rows[1]).toMatchObject({
      score: shared.scorecard.domains[0]?.score,
      answered: 2,
      applicable: 2,
      completeness: 1,
      scored_side: 'agency',
      capped_by: 'leadership.coordinator',
      scorecard_sha256: sha,
    })
  })

  test('holds no item, and another SHA-256, where only scores are shared', () => {
    const [scores, answers] = [sharedAs('scores'), sharedAs('answers')]
    expect(JSON.stringify([...scoreRows(scores)])).not.toContain('leadership.coordinator')
    expect(scores.scorecardSha256).not.toBe(answers.scorecardSha256)
  })
})

test('every column has a name of its own and a sentence in the data dictionary', () => {
  for (const columns of [responseColumns, scoreColumns]) {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length)
    for (const { name, description } of columns) {
      expect(name).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
      expect(description).toMatch(/\.$/)
    }
  }
  expect(dictionaryRows()).toHaveLength(responseColumns.length + scoreColumns.length)
})

test.each([
  ['level', 3, '3'],
  ['number', -12.5, '-12.5'],
  ['yes-no', true, 'TRUE'],
  ['choices', ['a-b', 'c'], 'a-b;c'],
  ['text', '12', '12'],
  ['date', '2026-03-01', '2026-03-01'],
] as const)('an answer of kind %s is read again from its cell and from its text', (kind, value, text) => {
  expect(answerOfCell({ kind }, answerCell({ kind }, value))).toEqual(value)
  expect(answerOfCell({ kind }, text)).toEqual(value)
})
