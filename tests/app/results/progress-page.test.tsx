// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { progressView } from '#app/results/progress-view.ts'
import { NoProgress } from '#app/routes/progress/no-progress.tsx'
import { ProgressPage } from '#app/routes/progress/progress-page.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { allAt, lineage, round } from './sample.ts'

afterEach(cleanup)

const agency = { name: 'Larkmoor Police Department', to: '/organizations/o1' }
const rounds = [
  round('2024-03-01', allAt(1)),
  round('2025-03-01', { ...allAt(2), 'training.advanced': notApplicable }),
  round('2026-03-01', { ...allAt(3), 'training.basic': 1 }),
]

function show(count: number, revising: string[] = []) {
  const page = { agency, others: [], title: 'A sample', due: 'March 1, 2027', revising }
  const view = progressView(rounds.slice(0, count), lineage)
  return renderInRouter(<ProgressPage {...page} reviewed="Not co-reviewed: alone." view={view} />)
}

test('the page shows a line for the whole and for each domain, and its points in a table', () => {
  show(3)
  expect(screen.getByRole('figure', { name: 'Data: 50, up 25 since March 2025' })).toBeTruthy()
  const table = screen.getByRole('table', { name: 'All lines in numbers, from 0 to 100' })
  expect(within(table).getByRole('row', { name: /^Data/ }).textContent).toBe(
    'DataLatest: 3 of 3 applicable items02550',
  )
  expect(within(table).getByRole('row', { name: /^Training/ }).textContent).toContain(
    'Line breaks before Mar 2026',
  )
})

test('the page says what changed since the last time and since the first', () => {
  show(3)
  const last = screen.getByRole('region', { name: 'What changed since March 2025, the last time' })
  expect(within(last).getByText('1 item declined')).toBeTruthy()
  expect(within(last).getByText('1 item newly applicable')).toBeTruthy()
  expect(screen.getByRole('region', { name: 'What changed since March 2024, the first time' })).toBeTruthy()
})

test('the heat map is a table that says each cell in words and not by its tint alone', () => {
  show(3)
  const table = screen.getByRole('table', { name: 'Levels of every item by round' })
  const row = within(table).getByRole('row', { name: /Who is trained more/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['1level 1', 'n/anot applicable', '3level 3', 'newly applicable'])
})

test('one round says when there will be something to compare', () => {
  show(1)
  expect(screen.getByRole('heading', { name: 'One round so far' })).toBeTruthy()
  expect(screen.getByText(/due on March 1, 2027/)).toBeTruthy()
  expect(screen.queryByRole('figure')).toBeNull()
})

test('a round that is being revised is named', () => {
  show(3, ['March 2026'])
  expect(screen.getByText(/March 2026 is being revised/)).toBeTruthy()
})

test('without any final assessment, the page leads to the one under way', () => {
  renderInRouter(<NoProgress agency={agency} openTo="/assessments/a1" />)
  const link = screen.getByRole('link', { name: 'Go on with the assessment' })
  expect(link.getAttribute('href')).toBe('/assessments/a1')
})
