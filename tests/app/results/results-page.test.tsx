// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import type { ResultsHeadProps } from '#app/results/results-head.tsx'
import { ResultsPage } from '#app/results/results-page.tsx'
import { resultsView } from '#app/results/results-view.ts'
import { ExplanationFold } from '#app/results/explanation-fold.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { mixed } from './reviewed.ts'
import { allAt, lineage, round } from './sample.ts'

afterEach(cleanup)

const head: ResultsHeadProps = {
  assessmentId: 'a1',
  title: 'Results, March 2026',
  above: [{ label: 'Larkmoor Police Department', to: '/organizations/o1' }],
  questionnaire: 'A sample, version 1.0.0',
  asOf: 'March 1, 2026',
  finalizedAt: 'March 2, 2026, 9:00 AM',
  review: { agency: 'Larkmoor Police Department', partner: null, alone: null, signatures: [] },
  revision: null,
  copy: { number: 1, latestTo: null },
  progressTo: '/organizations/o1/progress',
  compareTo: null,
  printTo: '/assessments/a1/print',
  startTo: null,
}

function show(given: Parameters<typeof round>[1], more: Partial<ResultsHeadProps> = {}) {
  const view = resultsView(round('2026-03-01', given), round('2025-03-01', allAt(2)), lineage)
  return renderInRouter(<ResultsPage head={{ ...head, ...more }} view={view} />)
}

const section = (name: string) => within(screen.getByRole('region', { name }))

describe('the results page', () => {
  test('says first where the agency stands, and what each score stands on', () => {
    show({ ...allAt(4), 'training.refresher': { dontKnow: true } })
    const standing = section('Where you stand')
    expect(standing.getByText('75', { selector: '.standing__score' })).toBeTruthy()
    expect(standing.getByText('Overall, 5 of 6 applicable items')).toBeTruthy()
    expect(standing.getByText('2 of 3 applicable items')).toBeTruthy()
    expect(
      standing.getByText(/^\+50 since March 2025, on the same items\. This compares the agency’s own/),
    ).toBeTruthy()
  })

  test('says that it is not co-reviewed and not validated', () => {
    show(allAt(4))
    expect(screen.getByText('Not co-reviewed:')).toBeTruthy()
    expect(screen.getByText(/has not been validated as a measuring instrument/)).toBeTruthy()
  })

  test('names what holds the bands back, with links to the items', () => {
    show({ ...allAt(5), 'training.basic': 2, 'data.shared': notApplicable })
    const back = section('What holds you back')
    const link = back.getByRole('link', { name: 'Who is trained?' })
    expect(link.getAttribute('href')).toBe('#item-training.basic')
    expect(document.getElementById('item-training.basic')).toBeTruthy()
    expect(back.getByText(/level 2, and level 3 passes/)).toBeTruthy()
    expect(back.getByRole('heading', { name: 'No band yet in Data' })).toBeTruthy()
    expect(back.getByText(/hold 33.3% of this domain’s weight/)).toBeTruthy()
    expect(back.getByRole('link', { name: 'What is shared?' })).toBeTruthy()
  })

  test('says so where nothing holds it back and nothing is left to raise', () => {
    show(allAt(5))
    expect(section('What holds you back').getByText(/Nothing does/)).toBeTruthy()
    expect(section('What to do next').getByText(/No answered item is below/)).toBeTruthy()
  })

  test('shows each item with its level, anchor, note and evidence', () => {
    show({
      ...allAt(4),
      'data.shared': { value: 2, note: 'Every month.', evidence: ['https://example.org/report'] },
    })
    const item = within(document.getElementById('item-data.shared') ?? document.body)
    expect(item.getByText('Level 2: Level 2')).toBeTruthy()
    expect(item.getByText('What level 2 looks like.')).toBeTruthy()
    expect(item.getByText('Every month.')).toBeTruthy()
    expect(item.getByRole('link', { name: 'https://example.org/report' })).toBeTruthy()
  })

  test('says who reopened it and that this copy counts meanwhile', () => {
    const revision = {
      number: 1,
      finalizedAt: 'March 2, 2026, 9:00 AM',
      reopenedAt: 'March 5, 2026, 9:00 AM',
      reopenedBy: 'Pat Example',
      reason: 'A mistake',
    }
    show(allAt(4), { revision })
    expect(screen.getByText('Being revised')).toBeTruthy()
  })

  test('leads from an earlier copy to the latest', () => {
    show(allAt(4), { copy: { number: 1, latestTo: '/assessments/a1/results' } })
    const link = screen.getByRole('link', { name: 'See the latest results' })
    expect(link.getAttribute('href')).toBe('/assessments/a1/results')
    expect(screen.getByText(/, copy 1\./)).toBeTruthy()
  })

  test('has headings in order, one of the first level', () => {
    show({ ...allAt(4), 'training.basic': 1 })
    const levels = screen.getAllByRole('heading').map(({ tagName }) => Number(tagName.slice(1)))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  })
})

describe('the results of both sides', () => {
  const between = {
    agency: 'Larkmoor Police Department',
    partner: 'Harborlight Behavioral Health',
    alone: null,
  }
  const signatures = [{ side: 'partner' as const, name: 'Jordan Whitlock', at: 'March 2, 2026, 9:00 AM' }]

  function showBoth() {
    const review = { ...between, signatures }
    renderInRouter(<ResultsPage head={{ ...head, review }} view={resultsView(mixed, null, lineage)} />)
  }

  test('say who rated it and who signed', () => {
    showBoth()
    expect(screen.getByText('Co-reviewed:').parentElement?.textContent).toContain(
      'Signed by Jordan Whitlock for Harborlight Behavioral Health on March 2, 2026, 9:00 AM.',
    )
  })

  test('show the three scores of each domain in a table beside the chart', () => {
    showBoth()
    const both = section('What each side said')
    const table = both.getByRole('table', { name: /Scores from 0 to 100/ })
    const row = within(table).getByRole('row', { name: /^Training/ })
    expect(row.textContent).toBe('Training563 items503 items503 items')
    expect(both.getByText('Weighted kappa: agreement beyond chance')).toBeTruthy()
  })

  test('show each item’s three levels and how it was settled, with the note', () => {
    showBoth()
    const table = screen.getByRole('table', { name: /^Training: the sides differed on 2 of 3 items/ })
    const row = within(table).getByRole('row', { name: /Who is trained\?/ })
    expect(row.textContent).toContain(
      '5 · Level 53 · Level 34 · Level 4settled by bothNights from next month.',
    )
  })

  test('mark what was not agreed wherever it is named', () => {
    showBoth()
    const links = screen.getAllByRole('link', { name: 'What is coded?' })
    const named = links.filter((link) => !link.closest('table'))
    expect(named.length).toBeGreaterThan(1)
    for (const link of named) expect(link.parentElement?.textContent).toContain('Not agreed')
  })

  test('show what each side answered to an item with its own note, and whose alone it is', () => {
    showBoth()
    const item = document.getElementById('item-training.basic')?.textContent
    expect(item).toContain('Settled by both.')
    expect(item).toContain('All of us.')
    expect(item).toContain('Not the night shift.')
    expect(document.getElementById('item-training.hours')?.textContent).toContain('Agency only.')
  })

  test('say why it went on alone', () => {
    const alone = { ...between, partner: null, alone: 'overdue' as const, signatures: [] }
    show(allAt(4), { review: alone })
    expect(screen.getByText('Not co-reviewed:').parentElement?.textContent).toContain(
      'had not submitted 30 days after the agency did',
    )
  })

  test('lead nobody to a page that they may not see', () => {
    show(allAt(4), { progressTo: null })
    expect(screen.queryByRole('link', { name: 'See progress over all rounds' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Compare with another round' })).toBeNull()
  })
})

test('a score’s fold-out shows the sum itself, without a style of its own', () => {
  const [training] = resultsView(
    round('2026-03-01', { ...allAt(3), 'training.basic': 2 }),
    null,
    lineage,
  ).domains
  if (!training?.sum) throw new Error('no sum')
  const html = renderToString(
    <ExplanationFold of="the Training score" explanation={training.sum} worth="Level 1 is worth 0." />,
  )
  const text = html.replace(/<[^>]*>/g, '')
  expect(text).toContain('175 ÷ 4 = 43.75, shown as 44')
  expect(html).not.toContain('style=')
})
