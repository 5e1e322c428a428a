import { describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import * as copyScreen from '#app/routes/copy-answers/route.tsx'
import * as domainScreen from '#app/routes/domain/route.tsx'
import * as overviewScreen from '#app/routes/assessment-overview/route.tsx'
import { readResponses } from '#db/queries/responses.server.ts'
import { coRated } from '#tests/support/co-rated.ts'
import { addMember } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import { domain, levelItem, questionnaire } from '#tests/support/questionnaires.ts'

const countyWide = { countyWide: true }
const services = questionnaire({
  domains: [
    domain('services', [
      levelItem('services.line', countyWide),
      levelItem('services.team', countyWide),
      levelItem('services.own'),
    ]),
  ],
})

/** Two agencies of a county with one partner, which has answered the other one's assessment. */
async function twoAgencies() {
  const rated = await coRated([services])
  const other = await rated.another()
  for (const [item, value] of Object.entries({ 'services.line': 4, 'services.team': 2, 'services.own': 5 })) {
    await rated.save(other.assessmentId, 'partner', item, { value })
  }
  return { rated, other }
}

type Two = Awaited<ReturnType<typeof twoAgencies>>

const open = async ({ rated }: Two) => copyScreen.loader(await rated.open('/copy-answers'))
const copy = async ({ rated }: Two, from: string, role?: 'viewer' | 'contributor') =>
  copyScreen.action(await rated.send('/copy-answers', { from }, role))
const own = async ({ rated }: Two) =>
  Object.fromEntries(
    [...(await readResponses(rated.program.database, rated.assessmentId, 'partner'))].map(
      ([id, { response }]) => [id, response],
    ),
  )

describe('copying answers', () => {
  it('offers what is county-wide and not answered here, and copies it in one step', async () => {
    const two = await twoAgencies()
    const { rated, other } = two
    await rated.save(rated.assessmentId, 'partner', 'services.team', { value: 1 })
    expect(await open(two)).toMatchObject({
      locked: null,
      sources: [
        { id: other.assessmentId, agency: 'Otherton Sheriff’s Office', items: [{ id: 'services.line' }] },
      ],
    })
    const overview = await overviewScreen.loader(await rated.open(''))
    expect(overview.partner.mayCopy).toBe(true)
    const answer = await responseOf(copy(two, other.assessmentId, 'contributor'))
    expect(answer.headers.get('location')).toBe(
      `/assessments/${rated.assessmentId}/domains/services#services.line`,
    )
    expect(await own(two)).toEqual({
      'services.line': {
        value: 4,
        carried: expect.objectContaining({ assessment: other.assessmentId }) as object,
      },
      'services.team': { value: 1 },
    })
    expect((await open(two)).sources[0]?.items).toEqual([])
    expect(await copy(two, other.assessmentId)).toMatchObject({ init: { status: 409 } })
  })

  it('counts nothing until it is confirmed, which the page offers with where it comes from', async () => {
    const two = await twoAgencies()
    const { rated, other } = two
    await responseOf(copy(two, other.assessmentId))
    const overview = async () => (await overviewScreen.loader(await rated.open(''))).total.answered
    expect(await overview()).toBe(0)
    const params = { assessmentId: rated.assessmentId, domainId: 'services' }
    const path = `/assessments/${rated.assessmentId}/domains/services`
    const page = await domainScreen.loader(get(await rated.asPartner(), path, params))
    expect(page.carried['services.line']).toEqual({
      from: 'Copied from your answers for Otherton Sheriff’s Office, as of October 1, 2026',
      when: 'November 23, 2026, 12:00 PM',
      by: 'you',
      why: [],
      earlier: [],
    })
    const fields = (more: Record<string, string> = {}) => ({
      'services.line/answer': '4',
      'services.line/revision': '1',
      'services.team/answer': '2',
      'services.team/revision': '1',
      ...more,
    })
    await domainScreen.action(post(await rated.asPartner(), path, fields(), params))
    expect(await overview()).toBe(0)
    const confirm = { confirm: 'services.line' }
    await domainScreen.action(post(await rated.asPartner(), path, fields(confirm), params))
    expect(await overview()).toBe(1)
    expect((await own(two))['services.line']).toEqual({ value: 4 })
  })

  it('offers nothing of an agency in another county, and refuses it', async () => {
    const two = await twoAgencies()
    const { rated, other } = two
    const { organizations } = rated.program.database.tables
    await rated.program.database.orm
      .update(organizations)
      .set({ county: 'Elsewhere' })
      .where(eq(organizations.id, other.id))
    expect((await open(two)).sources).toEqual([])
    expect(await copy(two, other.assessmentId)).toMatchObject({ init: { status: 400 } })
    expect(await own(two)).toEqual({})
  })

  it('takes no guessed id, not another partner’s assessment, and not the same one', async () => {
    const two = await twoAgencies()
    const others = await coRated([services])
    for (const from of ['guessed', '', two.rated.assessmentId, others.assessmentId]) {
      expect(await copy(two, from)).toMatchObject({ init: { status: 400 } })
    }
    expect(await own(two)).toEqual({})
  })

  it('leaves out an assessment in which somebody of the partner acts for the agency', async () => {
    const two = await twoAgencies()
    const { rated, other } = two
    expect((await open(two)).sources).toHaveLength(1)
    // What the partner answers there is not theirs to see, whichever way they come.
    await addMember(rated.program, other.id, 'viewer', rated.partner.coordinator)
    expect((await open(two)).sources).toEqual([])
    const overview = await overviewScreen.loader(await rated.open(''))
    expect(overview.partner.mayCopy).toBe(false)
    expect(await copy(two, other.assessmentId)).toMatchObject({ init: { status: 400 } })
    expect(await own(two)).toEqual({})
  })

  it('is not the agency’s, nor a viewer’s', async () => {
    const two = await twoAgencies()
    const { rated, other } = two
    const { assessmentId, agency } = rated
    const path = `/assessments/${assessmentId}/copy-answers`
    const asAgency = await agency.as('coordinator')
    expect((await responseOf(copyScreen.loader(get(asAgency, path, { assessmentId })))).status).toBe(404)
    const sent = copyScreen.action(post(asAgency, path, { from: other.assessmentId }, { assessmentId }))
    expect((await responseOf(sent)).status).toBe(404)
    expect((await responseOf(copy(two, other.assessmentId, 'viewer'))).status).toBe(404)
  })

  it('is refused once the side is locked', async () => {
    const two = await twoAgencies()
    const { assessments } = two.rated.program.database.tables
    await two.rated.program.database.orm.update(assessments).set({ stage: 'reconciling' })
    expect((await open(two)).locked).toContain('locked')
    expect(await copy(two, two.other.assessmentId)).toMatchObject({ init: { status: 409 } })
    expect(await own(two)).toEqual({})
  })
})
