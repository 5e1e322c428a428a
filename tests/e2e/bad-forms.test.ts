import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { agencyProfile, builtIn, dayFromToday, invite, newAgency, start } from './support/agency.ts'
import { fetchAs, form, newPerson, wordsOf, type Person } from './support/people.ts'
import { rows } from './support/rows.ts'
import { siteForTests } from './support/site.ts'
import { withoutChange } from './support/without-change.ts'

const site = siteForTests()
const rightToLeft = String.fromCharCode(0x202e)
let coordinator: Person
let stranger: Person
let agency = ''

beforeAll(async () => {
  const { app } = site
  coordinator = await newPerson(app, 'Ada Winters')
  stranger = await newPerson(app, 'Di Springer')
  agency = await newAgency(app, coordinator, 'Winterfield Police Department')
  await start(app, coordinator, agency)
})

const startForm = (asOf: string) => form({ questionnaire: builtIn, asOf, contributor: [] })

describe('the as-of date of an assessment', () => {
  it.each([
    ['tomorrow’s tomorrow', dayFromToday(2), /cannot be in the future/],
    ['in a far future', '2099-12-31', /cannot be in the future/],
    ['at the end of all years', '9999-12-31', /Enter a day that exists/],
    ['in a far past', '1901-01-01', /at most 5 years back/],
    ['at the beginning of all years', '0001-01-01', /Enter a day that exists/],
    ['no day of any calendar', '2026-02-30', /Enter a day that exists/],
    ['no date', 'yesterday', /Enter a day that exists/],
    ['more digits than a year has', '12026-01-01', /Enter a day that exists/],
  ])('is refused where it is %s', async (_name, asOf, words) => {
    const fresh = await agencyOfItsOwn()
    const answer = await withoutChange(site.app, () =>
      fetchAs(site.app, coordinator, `/organizations/${fresh}/assessments/new`, startForm(asOf)),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toMatch(words)
  })

  it('doesn’t matter where one assessment is open already: it is refused', async () => {
    const path = `/organizations/${agency}/assessments/new`
    const sent = startForm(dayFromToday(-30))
    const answer = await withoutChange(site.app, () => fetchAs(site.app, coordinator, path, sent))
    expect([400, 409]).toContain(answer.status)
    expect(await wordsOf(answer)).toContain('is open already')
  })
})

let empty: string | undefined
const agencyOfItsOwn = async () => (empty ??= await newAgency(site.app, coordinator, 'Emptyfield Police'))

describe('an invitation’s link', () => {
  const use = (person: Person, path: string) => fetchAs(site.app, person, path, form({}))

  it('that is forged opens nothing', async () => {
    const forged = `/invitations/${'A'.repeat(43)}`
    const answer = await withoutChange(site.app, () => use(stranger, forged))
    expect(answer.status).toBe(410)
    expect(await wordsOf(answer)).toContain('There is no such invitation.')
    expect((await fetchAs(site.app, stranger, forged)).status).toBe(410)
  })

  it('that has expired opens nothing', async () => {
    const eve = await newPerson(site.app, 'Eve Late')
    const link = await invite(site.app, coordinator, agency, eve.email, 'contributor')
    const hash = createHash('sha256').update(link.split('/').at(-1) ?? '')
    const hashes = [hash.copy().digest('hex'), hash.copy().digest('base64url')]
    rows(site.app, 'update invitations set expires_at = ? where token_hash in (?, ?)', 1, ...hashes)
    const answer = await withoutChange(site.app, () => use(eve, link))
    expect(answer.status).toBe(410)
    expect(await wordsOf(answer)).toContain('It is older than 14 days.')
  })

  it('works once, and for its address alone', async () => {
    const fay = await newPerson(site.app, 'Fay First')
    const link = await invite(site.app, coordinator, agency, fay.email, 'viewer')
    const notHers = await withoutChange(site.app, () => use(stranger, link))
    expect(notHers.status).toBe(403)
    expect(await wordsOf(notHers)).toContain('This invitation is for another address')
    expect((await use(fay, link)).status).toBe(302)
    const again = await withoutChange(site.app, () => use(fay, link))
    expect(again.status).toBe(410)
    expect(await wordsOf(again)).toContain('It was accepted already')
  })

  it('that was withdrawn opens nothing', async () => {
    const gus = await newPerson(site.app, 'Gus Gone')
    const link = await invite(site.app, coordinator, agency, gus.email, 'viewer')
    const [row] = rows(site.app, 'select id from invitations where email = ?', gus.email)
    const withdrawn = form({ intent: 'withdraw', invitationId: (row as { id: string }).id })
    await fetchAs(site.app, coordinator, `/organizations/${agency}/members`, withdrawn)
    const answer = await withoutChange(site.app, () => use(gus, link))
    expect(answer.status).toBe(410)
    expect(await wordsOf(answer)).toContain('It was withdrawn.')
  })
})

describe('names and forms', () => {
  it.each([
    ['a control character', 'Bad\u0007Name'],
    ['an override of the direction', `Bad${rightToLeft}Name`],
    ['nothing', '   '],
    ['200 characters', 'x'.repeat(200)],
  ])('an organization isn’t made with %s for a name', async (_words, name) => {
    const answer = await withoutChange(site.app, () =>
      fetchAs(site.app, coordinator, '/organizations/new?kind=agency', form({ ...agencyProfile, name })),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toMatch(/must|holds|Enter/)
  })

  it('a body that is no form, and an intent that there isn’t, are refused', async () => {
    const path = `/organizations/${agency}/members`
    const noForm = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
    const unread = await withoutChange(site.app, () => fetchAs(site.app, coordinator, path, noForm))
    expect(unread.status).toBe(400)
    const unknown = await withoutChange(site.app, () =>
      fetchAs(site.app, coordinator, path, form({ intent: 'everything' })),
    )
    expect(unknown.status).toBe(400)
  })

  it('the last coordinator can’t leave', async () => {
    const path = `/organizations/${agency}/members`
    const answer = await withoutChange(site.app, () =>
      fetchAs(site.app, coordinator, path, form({ intent: 'leave' })),
    )
    expect(answer.status).toBe(409)
    expect(await wordsOf(answer)).toContain('needs at least one coordinator')
  })
})
