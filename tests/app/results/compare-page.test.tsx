// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { compareView } from '#app/results/compare-view.ts'
import { ComparePage } from '#app/routes/compare/compare-page.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { allAt, lineage, round, sampleNext } from './sample.ts'

afterEach(cleanup)

type Props = Parameters<typeof ComparePage>[0]

const later = { 'training.basic': 4, 'training.beyond': 2, 'data.coded': 4, 'data.published': 5 }
const rounds = [
  { id: 'assessment-2026-03-01', label: 'March 2026, version 1.1.0, not co-reviewed' },
  { id: 'assessment-2025-03-01', label: 'March 2025, version 1.0.0, not co-reviewed' },
]
const two: Props = {
  agency: { name: 'Larkmoor Police Department', to: '/organizations/o1' },
  status: 'two',
  questionnaires: [{ slug: 'sample', title: 'A sample', rounds }],
  chosen: { from: 'assessment-2025-03-01', to: 'assessment-2026-03-01' },
  view: compareView(round('2025-03-01', allAt(2)), round('2026-03-01', later, sampleNext), lineage),
}

const show = (more: Partial<Props> = {}) => renderInRouter(<ComparePage {...two} {...more} />)

describe('the comparison of two rounds', () => {
  test('is chosen by two labeled lists in a form that needs no JavaScript', () => {
    show()
    const form = screen.getByRole('form', { name: 'Choose two rounds' })
    expect(form.getAttribute('method')).toBe('get')
    const from = within(form).getByLabelText<HTMLSelectElement>('Compare')
    const to = within(form).getByLabelText<HTMLSelectElement>('With')
    expect([from.name, from.value]).toEqual(['from', 'assessment-2025-03-01'])
    expect([to.name, to.value]).toEqual(['to', 'assessment-2026-03-01'])
    expect(
      within(from)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(rounds.map(({ label }) => label))
  })

  test('names both rounds with their versions, and leads to their results', () => {
    show()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('March 2025 and March 2026 compared')
    expect(screen.getByRole('link', { name: 'March 2025' }).getAttribute('href')).toBe(
      '/assessments/assessment-2025-03-01/results',
    )
    expect(screen.getByText(/\(version 1.1.0, not co-reviewed\)/)).toBeTruthy()
    expect(screen.getByText(/The questionnaire changed in between/)).toBeTruthy()
  })

  test('has scores side by side, with the change like for like and what it stands on', () => {
    show()
    const table = screen.getByRole('table', { name: /^Scores of March 2025 and March 2026/ })
    expect(within(table).getByRole('row', { name: /^Training/ }).textContent).toBe(
      'Training25 (3 of 3 applicable items)42 (2 of 3 applicable items)+172 items in common, 75% of the domain',
    )
    const made = screen.getByRole('region', { name: 'How much of the difference is improvement' })
    expect(within(made).getByText(/^The overall score was 25 in March 2025/)).toBeTruthy()
    expect(within(made).getByRole('row', { name: /^Training/ }).textContent).toBe('Training2542+17+1700')
  })

  test('goes item by item through both wordings, both levels and what the version did', () => {
    show()
    const table = screen.getByRole('table', { name: 'Data' })
    const row = within(table).getByRole('row', { name: /What is coded now/ })
    expect(row.textContent).toContain('In March 2025: “What is coded?”')
    expect(row.textContent).toContain(
      'Version 1.1.0 asks something else here, which can’t be compared. It asks about now.',
    )
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['2 · Level 2', '4 · Level 4', 'asked differently, so not comparable'])
  })

  test.each([
    ['same', /Both are the same round/],
    ['different-questionnaires', /different questionnaires, so nothing in them can be compared/],
  ] as const)('says why there is none, and lets one choose again: %s', (status, words) => {
    show({ status, view: null })
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Compare two rounds')
    expect(screen.getByRole('button', { name: 'Compare these two' })).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('offers the rounds of each questionnaire apart', () => {
    const other = { slug: 'other', title: 'Another', rounds: [{ id: 'x', label: 'May 2026' }] }
    show({ questionnaires: [...two.questionnaires, other] })
    const groups = within(screen.getByLabelText('With')).getAllByRole('group')
    expect(groups.map((group) => group.getAttribute('label'))).toEqual(['A sample', 'Another'])
  })

  test('says before there are two rounds what it takes', () => {
    show({ status: 'too-few', view: null, questionnaires: [] })
    expect(screen.getByRole('heading', { name: 'Nothing to compare yet' })).toBeTruthy()
    expect(screen.queryByRole('form')).toBeNull()
  })
})
