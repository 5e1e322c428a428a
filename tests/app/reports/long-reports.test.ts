import { expect, test } from 'vitest'
import { agencyPdf, assessmentPdf } from '#app/reports/make-report.server.ts'
import { readPdf, withRole } from '#tests/support/read-pdf.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'
import { answered, asked, roundAlone } from './reported.ts'

const many = questionnaire({
  domains: ['one', 'two', 'three', 'four', 'five', 'six'].map((id) =>
    domain(
      id,
      Array.from({ length: 10 }, (_, place) =>
        levelItem(`${id}.item-${place}`, {
          question: `${'A long question '.repeat(16)}${place}?`,
          mustHave: true,
        }),
      ),
      { title: `${id}, a domain whose title is as long as may be` },
    ),
  ),
})
const note = 'Word by word it goes on and on, over lines and over pages. '.repeat(60)

function sixty(value: number) {
  const items = many.domains.flatMap(({ items: all }) => all)
  return responses(
    Object.fromEntries(
      items.map(({ id }) => [
        id,
        { value, note: `${id}: ${note}`, evidence: [`https://example.org/${'x'.repeat(900)}`] },
      ]),
    ),
  )
}

test('sixty items with very long notes all come out whole, and the first page stays one page', async () => {
  const round = roundAlone(sixty(2), { questionnaire: many })
  const given = { ...asked, agency: 'Very Long Name '.repeat(13).trim(), lineage: [many], round }
  const { pages, told } = await readPdf(await assessmentPdf(given))
  const text = pages.join(' ')
  expect(text.match(/\bWord\b/g)).toHaveLength(60 * 60)
  expect(pages[0]).toContain('has not been validated')
  expect(pages[1]).toContain('Domain by domain')
  expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`)
  expect(withRole(told, /^Link$/).length).toBeGreaterThanOrEqual(60)
})

test('the head of a table is seen again on each page that it goes on to, and heard once', async () => {
  const round = roundAlone(sixty(3), { questionnaire: many })
  const { pages, told } = await readPdf(
    await assessmentPdf({ ...asked, lineage: [many], round, edition: 'public' }),
  )
  const seen = pages.join(' ').split('Item Level').length - 1
  const heard = withRole(told, /^THead$/).filter(({ text }) => text === 'Item Level').length
  expect(heard).toBe(6)
  expect(seen).toBeGreaterThan(heard)
})

test('a name of two hundred letters without a space fits on the page', async () => {
  const agency = 'N'.repeat(200)
  const { pages, title } = await readPdf(await assessmentPdf({ ...asked, agency, round: roundAlone() }))
  expect(pages[0]?.replaceAll(' ', '')).toContain(agency)
  expect(title).toContain(agency)
})

test('what the font lacks is replaced where it can be seen, and names with accents are whole', async () => {
  const given = responses({ ...answered, 'data.coded': { value: 4, note: 'Go 😀 to 漢字漢 and → Łódź' } })
  const { pages, told } = await readPdf(
    await assessmentPdf({ ...asked, agency: 'Peñasco & Gökçe <Żółw>', round: roundAlone(given) }),
  )
  expect(pages.join(' ')).toContain('Go [?] to [? ×3] and -> Łódź')
  expect(withRole(told, /^H1$/)[0]?.text).toBe('Peñasco & Gökçe <Żółw>')
})

test('ten rounds of an agency have a line each, with every round in the table', async () => {
  const rounds = Array.from({ length: 10 }, (_, year) =>
    roundAlone(answered, { asOf: `${2017 + year}-03-01` }),
  )
  const bytes = await agencyPdf({ ...asked, rounds })
  const { told, pages } = await readPdf(bytes)
  const figures = withRole(told, /^Figure$/)
  expect(figures).toHaveLength(4)
  expect(figures[0]?.alt).toContain('Mar 2017 44')
  const table = withRole(told, /^Table$/).find(({ text }) => text.startsWith('Round Version Its own'))
  expect(withRole(table ? [table] : [], /^TR$/)).toHaveLength(11)
  expect(pages.join(' ')).toContain('1 earlier round is left out.')
  expect((await agencyPdf({ ...asked, rounds })).equals(bytes)).toBe(true)
})
