import { expect, test } from 'vitest'
import { programPdf } from '#app/reports/make-report.server.ts'
import { isInPdf, readPdf, withRole } from '#tests/support/read-pdf.ts'
import { figures } from './program-figures.ts'

const asked = { edition: 'full', madeOn: '2026-11-23', figures } as const

test('page one of a program tells the scores, what moved, what holds back and what to do next', async () => {
  const { pages, bookmarks, marked } = await readPdf(await programPdf(asked))
  expect(marked).toBe(true)
  for (const words of [
    'in 96 of 172 agencies with a final assessment',
    'Of 172 agencies that share their scores. 180 are enrolled, 175 share their scores.',
    'Of 118 agencies that can be compared, 70 improved, 12 declined and 36 stayed the same.',
    'What holds most back',
    '110 of 150 agencies at one of the two lowest levels',
    'Offer help first with Review and improvement',
    'has not been validated',
  ]) {
    expect(pages[0]).toContain(words)
  }
  expect(bookmarks).toContain('  What moved since September 30, 2025')
  expect(bookmarks).toContain('    Year of enrollment')
})

test('each chart says its numbers in words, and each table has head cells', async () => {
  const { told } = await readPdf(await programPdf(asked))
  const alts = withRole(told, /^Figure$/).map(({ alt }) => alt)
  expect(alts[0]).toContain(
    'Leadership: now middle score 62, half of 172 agencies between 50 and 71; before middle score 56',
  )
  expect(alts[1]).toContain('Leadership: Of 118 agencies that can be compared, 70 improved')
  const rows = withRole(told, /^TR$/)
  expect(rows.every(({ children }) => children[0]?.role === 'TH')).toBe(true)
})

test('the same figures give the same bytes', async () => {
  expect((await programPdf(asked)).equals(await programPdf(asked))).toBe(true)
})

test('agencies are named in the full edition and nowhere in the public one', async () => {
  const open = await programPdf({ ...asked, edition: 'public' })
  expect(await isInPdf(await programPdf(asked), 'Agency 7 of Winnemac County')).toBe(true)
  expect(await isInPdf(open, 'of Winnemac County')).toBe(false)
  expect((await readPdf(open)).pages[0]).toContain('This is the public edition')
})

test('a figure of fewer than five agencies is not told in the public edition, nor what it could be computed from', async () => {
  const group = (label: string, n: number, median: number) => ({ label, n, median, movement: null })
  const groups = [group('Tribal', 4, 77), group('Municipal', 40, 51), group('County', 128, 53)]
  const given = { ...asked, figures: { ...figures, cohorts: [{ kind: 'Type', groups }] } }
  const full = (await readPdf(await programPdf(given))).pages.join(' ')
  const open = (await readPdf(await programPdf({ ...given, edition: 'public' }))).pages.join(' ')
  expect(full).toContain('Tribal 4 77')
  expect(open).toContain('Tribal not told –')
  expect(open).toContain('Municipal not told –')
  expect(open).toContain('County 128 53')
  expect(open).not.toContain('77')
})

test('a program without any final assessment yet has a report that says so', async () => {
  const none = {
    n: 0,
    lowest: null,
    lowerQuartile: null,
    median: null,
    upperQuartile: null,
    highest: null,
    bands: [],
  }
  const empty = {
    ...figures,
    comparedWith: null,
    agencies: { enrolled: 3, sharing: 0, final: 0, coReviewed: 0, inBoth: 0 },
    overall: { ...figures.overall, now: none, before: null, movement: null },
    domains: figures.domains.map((domain) => ({ ...domain, now: none, before: null, movement: null })),
    ...{ weakest: [], cohorts: [], lines: [] },
  }
  const { pages } = await readPdf(await programPdf({ ...asked, figures: empty }))
  expect(pages[0]).toContain('Of 0 agencies that share their scores')
  expect(pages[0]).toContain('Too few agencies share their answers')
})
