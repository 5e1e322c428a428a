// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { progressView } from '#app/results/progress-view.ts'
import type { Scores } from '#app/results/trend-view.ts'
import { NoProgress } from '#app/routes/progress/no-progress.tsx'
import { ProgressPage } from '#app/routes/progress/progress-page.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { allAt, lineage, round, sampleNext } from './sample.ts'

afterEach(cleanup)

const agency = { name: 'Larkmoor Police Department', to: '/organizations/o1' }
const rounds = [
  round('2024-03-01', allAt(1)),
  round('2025-03-01', { ...allAt(2), 'training.advanced': notApplicable }),
  round('2026-03-01', { ...allAt(3), 'training.basic': 1 }),
]

function show(count: number, revising: string[] = [], scores: Scores = 'like-for-like') {
  const page = {
    slug: 'sample',
    agency,
    others: [],
    title: 'A sample',
    due: 'March 1, 2027',
    revising,
  }
  const view = progressView(rounds.slice(0, count), lineage, scores)
  return renderInRouter(<ProgressPage {...page} reviewed="Not co-reviewed: alone." view={view} />)
}

test('the page shows a line for the whole and for each domain, and its points in a table', () => {
  show(3)
  expect(screen.getByRole('figure', { name: 'Data: 50, up 25 since March 2025' })).toBeTruthy()
  const table = screen.getByRole('table', { name: 'All lines in numbers, from 0 to 100' })
  expect(within(table).getByRole('row', { name: /^Data/ }).textContent).toBe(
    'Data02 of 2 answered253 of 3 answered2 compared503 of 3 answered3 compared',
  )
  expect(within(table).getByRole('row', { name: /^Training/ }).textContent).toContain(
    'Line breaks before Mar 2026',
  )
})

test('a line that breaks says why below it, with numbers', () => {
  show(3)
  const figure = screen.getByRole('figure', { name: /^Training/ })
  expect(
    within(figure).getByText(
      'Only 50% of the weight of Training is comparable between March 2025 and March 2026 (2 items); the questionnaire asks for 60%. So the line breaks there.',
    ),
  ).toBeTruthy()
})

test('each round’s own scores are one link away, also without JavaScript', () => {
  show(3)
  const link = screen.getByRole('link', { name: /Show each round’s own score/ })
  expect(link.getAttribute('href')).toBe('/?scores=raw#lines')
  expect(screen.queryByRole('region', { name: 'What the differences are made of' })).toBeNull()
})

test('the scores themselves say that they are that, and what their differences are made of', () => {
  show(3, [], 'raw')
  expect(screen.getByText('These lines show each round’s own score, as it was then.')).toBeTruthy()
  expect(screen.getByRole('figure', { name: 'Data: 50, with 25 in March 2025' })).toBeTruthy()
  const made = screen.getByRole('region', { name: 'What the differences are made of' })
  expect(within(made).getByText(/^The overall score was 25 in March 2025 and 44 in March 2026/)).toBeTruthy()
  const [latest] = within(made).getAllByRole('table')
  expect(latest && within(latest).getByRole('row', { name: /^Data/ }).textContent).toBe('Data2550+25+2500')
  expect(latest && within(latest).getByRole('row', { name: /^Training/ }).textContent).toBe(
    'Training2538+13too little in common to split it',
  )
  expect(within(made).getByText('March 2024 to March 2025')).toBeTruthy()
  expect(screen.getByRole('link', { name: /Back to the lines/ }).getAttribute('href')).toBe('/#lines')
})

test('any two rounds can be compared, the latest two first', () => {
  show(3)
  expect(screen.getByRole('link', { name: /Compare any two rounds/ }).getAttribute('href')).toBe(
    '/organizations/o1/compare?from=assessment-2025-03-01&to=assessment-2026-03-01',
  )
  cleanup()
  show(3, [], 'raw')
  expect(screen.getByRole('link', { name: /^Compare March 2025 with March 2026/ }).getAttribute('href')).toBe(
    '/organizations/o1/compare?from=assessment-2025-03-01&to=assessment-2026-03-01',
  )
  cleanup()
  show(1)
  expect(screen.queryByRole('link', { name: /Compare/ })).toBeNull()
})

test('where the version changed, the lines, the words below them and the table say so', () => {
  const later = { 'training.basic': 4, 'training.beyond': 4, 'data.coded': 4, 'data.published': 4 }
  const across = [...rounds.slice(0, 2), round('2026-03-01', later, sampleNext)]
  const facts = { slug: 'sample', title: 'A sample', due: 'March 1, 2027', revising: [], reviewed: '' }
  renderInRouter(
    <ProgressPage agency={agency} others={[]} {...facts} view={progressView(across, lineage, 'raw')} />,
  )
  const figure = screen.getByRole('figure', { name: /^Training/ })
  expect(within(figure).getByText('Dashed line: version 1.1.0 from March 2026.')).toBeTruthy()
  expect(screen.getByRole('columnheader', { name: 'Mar 2026 Version 1.1.0' })).toBeTruthy()
  expect(screen.getByText(/part of a change may come from the form/)).toBeTruthy()
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
