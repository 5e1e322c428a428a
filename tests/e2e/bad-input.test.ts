import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { agencyProfile, dayFromToday, invite, newAgency, start } from './support/agency.ts'
import { choose, question, untilChosen, untilState } from './support/domain-page.ts'
import { fetchAs, form, newPerson, wordsOf, type Person } from './support/people.ts'
import { allAnswers, rows } from './support/rows.ts'
import { save } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
let coordinator: Person
let stranger: Person
let agency = ''
let assessment = ''
let strangers = ''

beforeAll(async () => {
  const { app } = site
  coordinator = await newPerson(app, 'Ada Winters')
  stranger = await newPerson(app, 'Di Springer')
  agency = await newAgency(app, coordinator, 'Winterfield Police Department')
  assessment = await start(app, coordinator, agency)
  const other = await newAgency(app, stranger, 'Springfield Police Department')
  strangers = await start(app, stranger, other)
  await save(app, coordinator, assessment, 'leadership.mandate', { value: 3, note: 'As it was.' })
})

/** Everything that could have changed. */
const everything = () => ({
  answers: allAnswers(site.app),
  history: rows(site.app, 'select count(*) as count from response_history'),
  assessments: rows(site.app, 'select id, stage, revision from assessments order by id'),
  sides: rows(site.app, 'select * from sides order by assessment_id'),
  members: rows(site.app, 'select * from members order by organization_id, person_id'),
  organizations: rows(site.app, 'select id, name from organizations order by id'),
})

/** Does something that must change nothing. */
async function withoutChange<T>(act: () => Promise<T>): Promise<T> {
  const before = everything()
  const result = await act()
  expect(everything()).toEqual(before)
  return result
}

const tooLong = 'x'.repeat(10 * 1024 * 1024)
const rightToLeft = String.fromCharCode(0x202e)

/** What is sent as the response to a question, how it is refused, and what the answer says. */
const refusals: [string, string, unknown, number, RegExp][] = [
  ['a level that there isn’t', 'leadership.mandate', { value: 6 }, 400, /"path":"value".*1.*5/],
  ['a level between two', 'leadership.mandate', { value: 2.5 }, 400, /"path":"value"/],
  ['a number as text', 'leadership.mandate', { value: '3' }, 400, /"path":"value"/],
  ['a list in place of a level', 'leadership.mandate', { value: [3] }, 400, /"path":"value"/],
  ['a number that is too large', 'leadership.sworn-officers', { value: 100_001 }, 400, /100,?000/],
  ['a fraction of an officer', 'leadership.sworn-officers', { value: 2.5 }, 400, /"path":"value"/],
  ['an option that there isn’t', 'services.response-models', { value: ['ufo'] }, 400, /only options of/],
  ['an unknown question', 'leadership.no-such-item', { value: 3 }, 404, /"missing"/],
  ['a property’s name as a question', '__proto__', { value: 3 }, 404, /"missing"/],
  ['an unknown key', 'leadership.mandate', { value: 3, score: 100 }, 400, /score/],
  [
    'a value beside “not applicable”',
    'policies.transport',
    { value: 3, notApplicable: 'No.' },
    400,
    /reason/,
  ],
  [
    '“not applicable” where it may not be',
    'leadership.mandate',
    { notApplicable: 'No.' },
    400,
    /notApplicable/,
  ],
  ['“not applicable” without a reason', 'policies.transport', { notApplicable: '  ' }, 400, /notApplicable/],
  ['no response at all', 'leadership.mandate', null, 400, /response/],
  ['a link without https', 'leadership.mandate', { evidence: ['http://a.example'] }, 400, /https/],
  ['a link that is a script', 'leadership.mandate', { evidence: ['javascript:alert(1)'] }, 400, /https/],
  ['a control character', 'leadership.mandate', { value: 3, note: 'a\u0000b' }, 400, /"path":"note"/],
  ['an override of the direction', 'leadership.mandate', { note: `a${rightToLeft}b` }, 400, /"path":"note"/],
  ['half a character', 'leadership.mandate', { value: 3, note: 'a\ud800b' }, 400, /"path":"note"/],
  ['a note of ten megabytes', 'leadership.mandate', { value: 3, note: tooLong }, 413, /larger than 2 MB/],
  ['a note that is a little too long', 'leadership.mandate', { note: 'x'.repeat(20_001) }, 400, /note/],
]

describe('a save', () => {
  it.each(refusals)('with %s is refused with a clear error, and nothing is changed', async (...refusal) => {
    const [, itemId, response, status, words] = refusal
    const { http, text } = await withoutChange(() =>
      save(site.app, coordinator, assessment, itemId, response, { baseRevision: 1 }),
    )
    expect(http).toBe(status)
    expect(text).toMatch(words)
  })

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a side that isn’t the agency’s', { side: 'partner' }, /side/],
    ['a revision below zero', { baseRevision: -1 }, /baseRevision/],
    ['an id that is no id', { saveId: '<b>' }, /saveId/],
    ['something unknown', { stage: 'final' }, /stage/],
  ])('that names %s is refused', async (_name, more, words) => {
    const { http, text } = await withoutChange(() =>
      save(site.app, coordinator, assessment, 'leadership.mandate', { value: 5 }, more),
    )
    expect(http).toBe(400)
    expect(text).toMatch(words)
  })

  it('that isn’t JSON is refused', async () => {
    const sent = { method: 'POST', body: '{"side":', headers: { 'Content-Type': 'application/json' } }
    const answer = await withoutChange(() =>
      fetchAs(site.app, coordinator, `/assessments/${assessment}/responses`, sent),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toContain('is not JSON')
  })

  it('to another agency’s assessment is answered as one to an assessment that isn’t there', async () => {
    const madeUp = '00000000-0000-4000-8000-000000000000'
    const [real, invented] = await withoutChange(() =>
      Promise.all([
        save(site.app, coordinator, strangers, 'leadership.mandate', { value: 5 }),
        save(site.app, coordinator, madeUp, 'leadership.mandate', { value: 5 }),
      ]),
    )
    expect([real.http, real.text]).toEqual([404, invented.text])
  })

  it('by nobody who is signed in, or in another’s name, is refused', async () => {
    const nobody = { ...coordinator, cookie: 'better-auth.session_token=forged.c2lnbmF0dXJl' }
    const forged = await withoutChange(() =>
      save(site.app, nobody, assessment, 'leadership.mandate', { value: 5 }),
    )
    expect([forged.http, forged.reply.status]).toEqual([401, 'signed-out'])
    const another = await withoutChange(() =>
      save(site.app, coordinator, assessment, 'leadership.mandate', { value: 5 }, { personId: 'somebody' }),
    )
    expect(another.http).toBe(401)
  })

  it('from another origin is refused, also with the person’s cookie', async () => {
    const answer = await withoutChange(() =>
      fetchAs(site.app, coordinator, `/assessments/${assessment}/domains/leadership`, {
        ...form({ 'leadership.mandate/answer': '5', 'leadership.mandate/revision': '1' }),
        headers: { Origin: 'https://elsewhere.example' },
      }),
    )
    expect(answer.status).toBe(403)
    expect(await wordsOf(answer)).toContain('came from another site')
  })

  it('with typed text that no page may hold is refused on the page too, which says where and why', async () => {
    const path = `/assessments/${assessment}/domains/leadership`
    const { page, problems } = await site.visit(path, coordinator.signedIn)
    problems.expect(/400 \(Bad Request\)/)
    const mandate = question(page, 'leadership.mandate')
    await mandate.getByLabel('Note', { exact: true }).fill(`Reads ${rightToLeft}backwards`)
    await untilState(page, 'leadership.mandate', /^Not saved: see below/)
    await mandate
      .locator('.usa-error-message')
      .filter({ hasText: /direction|character/ })
      .waitFor()
    await mandate.getByLabel('Note', { exact: true }).fill('As it was.')
    await untilState(page, 'leadership.mandate', /^Saved by you/)
    await choose(page, 'leadership.mandate', 3)
    await untilChosen(page, 'leadership.mandate', 3)
  })

  it('with a note of three megabytes is refused on the page, which says so and doesn’t try again for ever', async () => {
    const path = `/assessments/${assessment}/domains/leadership`
    const { page, problems } = await site.visit(path, coordinator.signedIn)
    problems.expect(/413 \(Payload Too Large\)/)
    const mandate = question(page, 'leadership.mandate')
    await withoutChange(async () => {
      await mandate.getByLabel('Note', { exact: true }).evaluate(
        (field: HTMLTextAreaElement, text) => {
          // Pasted, so to speak: typing it would take days.
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        },
        'x'.repeat(3 * 1024 * 1024),
      )
      await mandate.getByText('It is too large. Make it shorter.').waitFor()
    })
    await untilState(page, 'leadership.mandate', /^Not saved: see below/)
    await mandate.getByRole('button', { name: 'Go back to what is saved' }).click()
    await untilState(page, 'leadership.mandate', /^Saved by you/)
  })

  it('that looks like a person’s number is asked about first', async () => {
    const note = 'Her number is 219-09-9999.'
    const held = await withoutChange(() =>
      save(site.app, coordinator, assessment, 'leadership.coordinator', { value: 3, note }),
    )
    expect(held.http).toBe(422)
    expect(held.text).toContain('social-security-number')
  })
})

const startForm = (asOf: string) =>
  form({ questionnaire: 'pmhc-self-assessment@1.0.0', asOf, contributor: [] })

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
    const answer = await withoutChange(() =>
      fetchAs(site.app, coordinator, `/organizations/${fresh}/assessments/new`, startForm(asOf)),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toMatch(words)
  })

  it('doesn’t matter where one assessment is open already: it is refused', async () => {
    const path = `/organizations/${agency}/assessments/new`
    const sent = startForm(dayFromToday(-30))
    const answer = await withoutChange(() => fetchAs(site.app, coordinator, path, sent))
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
    const answer = await withoutChange(() => use(stranger, forged))
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
    const answer = await withoutChange(() => use(eve, link))
    expect(answer.status).toBe(410)
    expect(await wordsOf(answer)).toContain('It is older than 14 days.')
  })

  it('works once, and for its address alone', async () => {
    const fay = await newPerson(site.app, 'Fay First')
    const link = await invite(site.app, coordinator, agency, fay.email, 'viewer')
    const notHers = await withoutChange(() => use(stranger, link))
    expect(notHers.status).toBe(403)
    expect(await wordsOf(notHers)).toContain('This invitation is for another address')
    expect((await use(fay, link)).status).toBe(302)
    const again = await withoutChange(() => use(fay, link))
    expect(again.status).toBe(410)
    expect(await wordsOf(again)).toContain('It was accepted already')
  })

  it('that was withdrawn opens nothing', async () => {
    const gus = await newPerson(site.app, 'Gus Gone')
    const link = await invite(site.app, coordinator, agency, gus.email, 'viewer')
    const [row] = rows(site.app, 'select id from invitations where email = ?', gus.email)
    const withdrawn = form({ intent: 'withdraw', invitationId: (row as { id: string }).id })
    await fetchAs(site.app, coordinator, `/organizations/${agency}/members`, withdrawn)
    const answer = await withoutChange(() => use(gus, link))
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
    const answer = await withoutChange(() =>
      fetchAs(site.app, coordinator, '/organizations/new?kind=agency', form({ ...agencyProfile, name })),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toMatch(/must|holds|Enter/)
  })

  it('a body that is no form, and an intent that there isn’t, are refused', async () => {
    const path = `/organizations/${agency}/members`
    const noForm = { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }
    const unread = await withoutChange(() => fetchAs(site.app, coordinator, path, noForm))
    expect(unread.status).toBe(400)
    const unknown = await withoutChange(() =>
      fetchAs(site.app, coordinator, path, form({ intent: 'everything' })),
    )
    expect(unknown.status).toBe(400)
  })

  it('the last coordinator can’t leave', async () => {
    const path = `/organizations/${agency}/members`
    const answer = await withoutChange(() => fetchAs(site.app, coordinator, path, form({ intent: 'leave' })))
    expect(answer.status).toBe(409)
    expect(await wordsOf(answer)).toContain('needs at least one coordinator')
  })
})

describe('a submitted assessment', () => {
  it('takes no save, by its address or by its form, and no second submission', async () => {
    const hal = await newPerson(site.app, 'Hal Final')
    const own = await newAgency(site.app, hal, 'Finalfield Police Department')
    const id = await start(site.app, hal, own)
    await save(site.app, hal, id, 'leadership.mandate', { value: 3 })
    const review = `/assessments/${id}/review`
    const stale = form({ assessmentRevision: '0', sideRevision: '0' })
    const early = await withoutChange(() => fetchAs(site.app, hal, review, stale))
    expect(early.status).toBe(409)
    const seen = form({ assessmentRevision: '0', sideRevision: '1' })
    expect((await fetchAs(site.app, hal, review, seen)).status).toBe(302)

    const late = await withoutChange(() =>
      save(site.app, hal, id, 'leadership.mandate', { value: 5 }, { baseRevision: 1 }),
    )
    expect([late.http, late.reply.status]).toEqual([423, 'locked'])
    const byForm = await withoutChange(() =>
      fetchAs(
        site.app,
        hal,
        `/assessments/${id}/domains/leadership`,
        form({ 'leadership.mandate/answer': '5', 'leadership.mandate/revision': '1' }),
      ),
    )
    expect(byForm.status).toBe(400)
    expect(await wordsOf(byForm)).toContain('could not be saved')
    const again = await withoutChange(() => fetchAs(site.app, hal, review, seen))
    expect(again.status).toBe(409)
    expect(await wordsOf(again)).toContain('somebody has submitted this assessment already')
  })
})
