import { beforeAll, describe, expect, it } from 'vitest'
import { newAgency, start } from './support/agency.ts'
import { choose, patience, question, untilChosen, untilState } from './support/domain-page.ts'
import { fetchAs, form, newPerson, wordsOf, type Person } from './support/people.ts'
import { save } from './support/saves.ts'
import { siteForTests } from './support/site.ts'
import { withoutChange } from './support/without-change.ts'

const site = siteForTests()
let coordinator: Person
let assessment = ''
let strangers = ''

beforeAll(async () => {
  const { app } = site
  coordinator = await newPerson(app, 'Ada Winters')
  const stranger = await newPerson(app, 'Di Springer')
  const agency = await newAgency(app, coordinator, 'Winterfield Police Department')
  assessment = await start(app, coordinator, agency)
  const other = await newAgency(app, stranger, 'Springfield Police Department')
  strangers = await start(app, stranger, other)
  await save(app, coordinator, assessment, 'leadership.mandate', { value: 3, note: 'As it was.' })
})

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
    const { http, text } = await withoutChange(site.app, () =>
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
    const { http, text } = await withoutChange(site.app, () =>
      save(site.app, coordinator, assessment, 'leadership.mandate', { value: 5 }, more),
    )
    expect(http).toBe(400)
    expect(text).toMatch(words)
  })

  it('that isn’t JSON is refused', async () => {
    const sent = { method: 'POST', body: '{"side":', headers: { 'Content-Type': 'application/json' } }
    const answer = await withoutChange(site.app, () =>
      fetchAs(site.app, coordinator, `/assessments/${assessment}/responses`, sent),
    )
    expect(answer.status).toBe(400)
    expect(await wordsOf(answer)).toContain('is not JSON')
  })

  it('to another agency’s assessment is answered as one to an assessment that isn’t there', async () => {
    const madeUp = '00000000-0000-4000-8000-000000000000'
    const [real, invented] = await withoutChange(site.app, () =>
      Promise.all([
        save(site.app, coordinator, strangers, 'leadership.mandate', { value: 5 }),
        save(site.app, coordinator, madeUp, 'leadership.mandate', { value: 5 }),
      ]),
    )
    expect([real.http, real.text]).toEqual([404, invented.text])
  })

  it('by nobody who is signed in, or in another’s name, is refused', async () => {
    const nobody = { ...coordinator, cookie: 'better-auth.session_token=forged.c2lnbmF0dXJl' }
    const forged = await withoutChange(site.app, () =>
      save(site.app, nobody, assessment, 'leadership.mandate', { value: 5 }),
    )
    expect([forged.http, forged.reply.status]).toEqual([401, 'signed-out'])
    const another = await withoutChange(site.app, () =>
      save(site.app, coordinator, assessment, 'leadership.mandate', { value: 5 }, { personId: 'somebody' }),
    )
    expect(another.http).toBe(401)
  })

  it('from another origin is refused, also with the person’s cookie', async () => {
    const answer = await withoutChange(site.app, () =>
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
    await withoutChange(site.app, async () => {
      await mandate.getByLabel('Note', { exact: true }).evaluate(
        (field: HTMLTextAreaElement, text) => {
          // Pasted, so to speak: typing it would take days.
          Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text)
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        },
        'x'.repeat(3 * 1024 * 1024),
      )
      await mandate.getByText('It is too large. Make it shorter.').waitFor({ timeout: patience })
    })
    await untilState(page, 'leadership.mandate', /^Not saved: see below/)
    await mandate.getByRole('button', { name: 'Go back to what is saved' }).click()
    await untilState(page, 'leadership.mandate', /^Saved by you/)
  })

  it('that looks like a person’s number is asked about first', async () => {
    const note = 'Her number is 219-09-9999.'
    const held = await withoutChange(site.app, () =>
      save(site.app, coordinator, assessment, 'leadership.coordinator', { value: 3, note }),
    )
    expect(held.http).toBe(422)
    expect(held.text).toContain('social-security-number')
  })
})

describe('a submitted assessment', () => {
  it('takes no save, by its address or by its form, and no second submission', async () => {
    const hal = await newPerson(site.app, 'Hal Final')
    const own = await newAgency(site.app, hal, 'Finalfield Police Department')
    const id = await start(site.app, hal, own)
    await save(site.app, hal, id, 'leadership.mandate', { value: 3 })
    const review = `/assessments/${id}/review`
    const stale = form({ intent: 'finalize', sideRevision: '0' })
    const early = await withoutChange(site.app, () => fetchAs(site.app, hal, review, stale))
    expect(early.status).toBe(409)
    const seen = form({ intent: 'finalize', sideRevision: '1' })
    expect((await fetchAs(site.app, hal, review, seen)).status).toBe(302)

    const late = await withoutChange(site.app, () =>
      save(site.app, hal, id, 'leadership.mandate', { value: 5 }, { baseRevision: 1 }),
    )
    expect([late.http, late.reply.status]).toEqual([423, 'locked'])
    const byForm = await withoutChange(site.app, () =>
      fetchAs(
        site.app,
        hal,
        `/assessments/${id}/domains/leadership`,
        form({ 'leadership.mandate/answer': '5', 'leadership.mandate/revision': '1' }),
      ),
    )
    expect(byForm.status).toBe(400)
    expect(await wordsOf(byForm)).toContain('could not be saved')
    const again = await withoutChange(site.app, () => fetchAs(site.app, hal, review, seen))
    expect(again.status).toBe(409)
    expect(await wordsOf(again)).toContain('somebody has submitted this assessment already')
  })
})
