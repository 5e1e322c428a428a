import { expect, test } from 'vitest'
import { assessmentPdf } from '#app/reports/make-report.server.ts'
import { isInPdf, readPdf, withRole } from '#tests/support/read-pdf.ts'
import { responses } from '#tests/support/questionnaires.ts'
import { answered, asked, roundAlone, roundOfBoth } from './reported.ts'

const signatures = [{ name: 'Ada Lind', for: 'Larkmoor Police Department', at: 'March 4, 2026' }]
const before = roundAlone(responses({ ...answered, 'training.basic': 1 }), { asOf: '2025-03-01' })

test('the report is tagged, has a title, a language and bookmarks', async () => {
  const pdf = await readPdf(await assessmentPdf({ ...asked, round: roundOfBoth(), before, signatures }))
  expect(pdf.marked).toBe(true)
  expect(pdf.title).toBe('Progress report, March 2026: Larkmoor Police Department')
  expect(pdf.language).toBe('en-US')
  expect(pdf.bookmarks.slice(0, 4)).toEqual([
    'Larkmoor Police Department',
    '  Where it stands',
    '  What holds it back',
    '  Next steps',
  ])
  expect(pdf.bookmarks).toContain('    Training')
})

test('headings come in order, and none skips a level', async () => {
  const { told } = await readPdf(await assessmentPdf({ ...asked, round: roundOfBoth(), before, signatures }))
  const levels = withRole(told, /^H\d$/).map(({ role }) => Number(role.slice(1)))
  expect(levels.filter((level) => level === 1)).toEqual([1])
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
})

test('every table has head cells for its columns and rows, and every figure says what it shows', async () => {
  const { told } = await readPdf(await assessmentPdf({ ...asked, round: roundOfBoth(), before, signatures }))
  const tables = withRole(told, /^Table$/)
  expect(tables.length).toBeGreaterThan(5)
  for (const table of tables) {
    const rows = withRole(table.children, /^TR$/)
    expect(rows.every(({ children }) => children[0]?.role === 'TH')).toBe(true)
  }
  const [head] = withRole(tables, /^THead$/)
  expect(head?.text).toBe('Domain Score, from 0 to 100 Stands on Band Change')
  const figures = withRole(told, /^Figure$/)
  expect(figures).toHaveLength(1)
  expect(figures[0]?.alt).toContain('Training: agency 56, partner 50, agreed 50')
})

test('page one stands alone', async () => {
  const { pages } = await readPdf(await assessmentPdf({ ...asked, round: roundAlone(), before }))
  for (const words of [
    'Not co-reviewed. The agency rated itself, without a partner.',
    'overall, of 100',
    '+6 since March 2025, on the same items.',
    'What holds it back',
    'Who is trained? A must-have in Training: level 2, and level 3 passes.',
    'Next steps',
    'Next, level 3: What level 3 looks like.',
    'has not been validated',
    'Page 1 of',
  ]) {
    expect(pages[0]).toContain(words)
  }
})

test('both sides’ notes and evidence are told, and what the report can be checked by', async () => {
  const { pages } = await readPdf(await assessmentPdf({ ...asked, round: roundOfBoth(), signatures }))
  const text = pages.join(' ')
  for (const words of [
    'Agency, note: All of us.',
    'Partner, note: Not the night shift.',
    'Agreed, note: Nights from next month.',
    'not agreed, the lower level counts',
    'Scorecard’s SHA-256',
    'Ada Lind, March 4, 2026',
    'sample@1.0.0',
  ]) {
    expect(text).toContain(words)
  }
  expect(text).toMatch(/[0-9a-f]{64}/)
})

test('the same data give the same bytes, and other data give others', async () => {
  const made = () => assessmentPdf({ ...asked, round: roundOfBoth(), before, signatures })
  const [once, again] = [await made(), await made()]
  expect(again.equals(once)).toBe(true)
  const other = await assessmentPdf({ ...asked, round: roundOfBoth(), before, signatures: [] })
  expect(other.equals(once)).toBe(false)
})

const typed = ['Nights are untrained.', 'example.org/plan.pdf', 'Nobody is trained more.', 'Coded since May.']

test('what was typed is in the full edition, and nowhere in the public one', async () => {
  const full = await assessmentPdf({ ...asked, round: roundAlone(), signatures })
  const open = await assessmentPdf({ ...asked, round: roundAlone(), signatures, edition: 'public' })
  for (const text of [...typed, 'Ada Lind']) {
    expect(await isInPdf(full, text)).toBe(true)
    expect(await isInPdf(open, text)).toBe(false)
  }
  expect((await readPdf(open)).pages[0]).toContain('This is the public edition')
})

test('the partner’s own ratings are nowhere in the public edition', async () => {
  const open = await readPdf(await assessmentPdf({ ...asked, round: roundOfBoth(), edition: 'public' }))
  expect(open.bookmarks).not.toContain('  What each side said')
  expect(open.pages.join(' ')).not.toContain('Partner')
})

test('where only scores are shared no item is told, and page one says so', async () => {
  const sharing = { step: 'scores', notes: false, partner: false } as const
  const round = roundAlone(answered, { sharing })
  const rows = {
    scores: [{ scope: 'overall', displayed: 44 }],
    sinceLast: [{ scope: 'overall', change: 12.4, displayed: 12, comparable: 2, sharedWeight: 1 }],
  }
  const bytes = await assessmentPdf({ ...asked, round: { ...round, rows }, before })
  const { pages } = await readPdf(bytes)
  expect(pages[0]).toContain('The agency shares its scores and not its answers')
  expect(pages[0]).toContain('44')
  expect(pages[0]).toContain('+12 since March 2025, on the same items.')
  for (const text of ['Who is trained', 'level 2', ...typed]) {
    expect(await isInPdf(bytes, text)).toBe(false)
  }
  expect(pages.join(' ')).not.toMatch(/SHA-256 [0-9a-f]{64}$/)
})

test('notes that aren’t shared with answers are not told', async () => {
  const sharing = { step: 'answers', notes: false, partner: false } as const
  const bytes = await assessmentPdf({ ...asked, round: roundAlone(answered, { sharing }) })
  for (const text of typed) expect(await isInPdf(bytes, text)).toBe(false)
  expect((await readPdf(bytes)).pages[0]).toContain('Notes and evidence are not shared.')
})

test('action items have a section where there are any, without names in the public edition', async () => {
  const actions = [{ title: 'Train nights', status: 'In progress', owner: 'Bo Ek', due: '2026-12-01' }]
  const given = { ...asked, round: roundAlone(), actions }
  expect((await readPdf(await assessmentPdf(given))).pages.join(' ')).toContain(
    'Train nights Bo Ek December 1, 2026',
  )
  expect(await isInPdf(await assessmentPdf({ ...given, edition: 'public' }), 'Bo Ek')).toBe(false)
  const without = await readPdf(await assessmentPdf({ ...asked, round: roundAlone() }))
  expect(without.bookmarks).not.toContain('  Action items')
})
