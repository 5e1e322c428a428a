import { expect, test } from 'vitest'
import type { PlainChange, ReportedRound } from '#app/reports/report-input.ts'
import { agencyPdf } from '#app/reports/make-report.server.ts'
import { isInPdf, readPdf, withRole } from '#tests/support/read-pdf.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { sample, sampleNext } from '#tests/app/results/sample.ts'
import { answered, asked, roundAlone, roundOfBoth } from './reported.ts'

const asOf = (year: number) => `${year}-03-01`
const first = roundAlone(responses({ ...answered, 'training.basic': 1 }), { asOf: asOf(2024) })
const second = roundAlone(answered, { asOf: asOf(2025) })

test('an agency over time has its latest scores, its line and what changed on page one and after', async () => {
  const { pages, bookmarks, told } = await readPdf(
    await agencyPdf({ ...asked, rounds: [first, second, roundOfBoth()] }),
  )
  expect(pages[0]).toContain('3 rounds, the latest as of March 1, 2026.')
  expect(pages[0]).toContain('Co-reviewed.')
  expect(withRole(told, /^Figure$/)[0]?.alt).toContain('Mar 2024')
  expect(bookmarks).toContain('  What changed since March 2025')
  expect(bookmarks).toContain('  What changed since the first round, March 2024')
  expect(pages.join(' ')).toContain('not co-reviewed')
})

test('where too little is shared the line breaks, and the report says why and where the version changed', async () => {
  const given = responses({ 'training.basic': 4, 'data.coded': 2, 'data.shared': 2, 'data.published': 3 })
  const latest = roundAlone(given, { asOf: asOf(2026), questionnaire: sampleNext })
  const { pages, told } = await readPdf(
    await agencyPdf({ ...asked, lineage: [sample, sampleNext], rounds: [second, latest] }),
  )
  const text = pages.join(' ')
  expect(text).toContain('Dashed line: version 1.1.0 from March 2026.')
  expect(text).toContain('the questionnaire asks for 60%. So the line breaks there.')
  expect(withRole(told, /^Figure$/).some(({ alt }) => alt?.includes('the line breaks there'))).toBe(true)
})

const scoresOnly = { step: 'scores', notes: false, partner: false } as const
const changed = (displayed: number | null): PlainChange[] =>
  ['overall', 'training', 'data'].map((scope) => ({
    ...{ scope, displayed, change: displayed, comparable: displayed === null ? 1 : 4, sharedWeight: 1 },
  }))
const plain = (year: number, sinceLast: PlainChange[]): ReportedRound => ({
  ...roundAlone(answered, { asOf: asOf(year), sharing: scoresOnly }),
  rows: { scores: [], sinceLast },
})

test('where only scores are shared the line is made of the rows, and no item is told', async () => {
  const rounds = [
    plain(2023, []),
    plain(2024, changed(null)),
    plain(2025, changed(6)),
    plain(2026, changed(9)),
  ]
  const bytes = await agencyPdf({ ...asked, rounds })
  const { pages, told } = await readPdf(bytes)
  const [alt] = withRole(told, /^Figure$/).map((figure) => figure.alt)
  expect(alt).toContain('Mar 2023 44, Mar 2024 29, Mar 2025 35, Mar 2026 44')
  expect(alt).toContain('between March 2023 and March 2024, so the line breaks there.')
  expect(pages[0]).toContain('+9 since March 2025')
  for (const text of ['Who is trained', 'Nights are untrained', 'level 2, ']) {
    expect(await isInPdf(bytes, text)).toBe(false)
  }
})

test('one round alone has a report without lines', async () => {
  const { told, bookmarks } = await readPdf(await agencyPdf({ ...asked, rounds: [second] }))
  expect(withRole(told, /^Figure$/)).toEqual([])
  expect(bookmarks).toContain('  Every item, round by round')
})

test('the notes of the latest round are in the full edition, and nowhere in the public one', async () => {
  const full = await agencyPdf({ ...asked, rounds: [first, second] })
  const open = await agencyPdf({ ...asked, rounds: [first, second], edition: 'public' })
  for (const text of ['Nights are untrained.', 'example.org/plan.pdf', 'Nobody is trained more.']) {
    expect(await isInPdf(full, text)).toBe(true)
    expect(await isInPdf(open, text)).toBe(false)
  }
})

test('the public edition of an agency over time says what it is', async () => {
  const { pages, bookmarks } = await readPdf(
    await agencyPdf({ ...asked, rounds: [second, roundOfBoth()], edition: 'public' }),
  )
  expect(pages[0]).toContain('public edition')
  expect(bookmarks).not.toContain('  How the two sides’ views compare')
})
