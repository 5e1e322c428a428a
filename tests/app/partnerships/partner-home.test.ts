import { describe, expect, it } from 'vitest'
import { eq } from 'drizzle-orm'
import * as homeScreen from '#app/routes/organization-home/route.tsx'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import { proposePartnership } from '#db/queries/propose-partnership.server.ts'
import { coRated } from '#tests/support/co-rated.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { get } from '#tests/support/requests.ts'

type Rated = Awaited<ReturnType<typeof coRated>>

const days = 86_400_000

const home = async ({ partner, asPartner }: Rated) =>
  (
    await homeScreen.loader(
      get(await asPartner(), `/organizations/${partner.id}`, { organizationId: partner.id }),
    )
  ).partner

/** What the partner's home says of its first agency's first assessment. */
const work = async (rated: Rated) => (await home(rated))?.agencies[0]?.work[0]

/** Marks a side as submitted, without the steps that lead to it. */
async function submit(
  { program }: Rated,
  assessmentId: string,
  side: 'agency' | 'partner',
  at = program.now(),
) {
  const { sides } = program.database.tables
  const { orm } = program.database
  const rows = await orm.select().from(sides).where(eq(sides.assessmentId, assessmentId))
  expect(rows).toHaveLength(2)
  await orm.delete(sides).where(eq(sides.assessmentId, assessmentId))
  await orm.insert(sides).values(rows.map((row) => (row.side === side ? { ...row, submittedAt: at } : row)))
}

describe('a partner’s home', () => {
  it('says how a partnership starts where there is none', async () => {
    const rated = await coRated()
    const { id, coordinator } = await addOrganization(rated.program, { kind: 'partner', name: 'New' })
    const args = get(await contextFor(rated.program, coordinator), `/organizations/${id}`, {
      organizationId: id,
    })
    const page = await homeScreen.loader(args)
    expect(page.partner).toEqual({ agencies: [], proposals: [] })
    expect(page.may.partner).toBe(true)
  })

  it('tells of its own progress, and nothing of the agency’s', async () => {
    const rated = await coRated()
    const { assessmentId, save } = rated
    await save(assessmentId, 'partner', 'leadership.coordinator', { value: 3 })
    const before = await home(rated)
    expect(before?.agencies).toMatchObject([
      {
        name: 'Larkmoor Police Department',
        work: [{ id: assessmentId, progress: { answered: 1, applicable: 5 }, waitsForUs: true, due: null }],
      },
    ])
    for (const item of ['leadership.workgroup', 'leadership.coordinator', 'training.basic']) {
      await save(assessmentId, 'agency', item, { value: 5, note: 'Only ours.' })
    }
    expect(await home(rated)).toEqual(before)
  })

  it('waits for the agency once it has submitted', async () => {
    const rated = await coRated()
    await submit(rated, rated.assessmentId, 'partner')
    expect(await work(rated)).toMatchObject({
      sentences: ['You have submitted. Larkmoor Police Department hasn’t submitted yet.'],
      progress: null,
      waitsForUs: false,
    })
  })

  it('says until when it has time once the agency has submitted, and puts that first', async () => {
    const rated = await coRated()
    const other = await rated.another({ name: 'Aldermere Sheriff’s Office' })
    expect((await home(rated))?.agencies.map(({ name }) => name)).toEqual([
      'Aldermere Sheriff’s Office',
      'Larkmoor Police Department',
    ])
    await submit(rated, rated.assessmentId, 'agency')
    const agencies = (await home(rated))?.agencies
    expect(agencies?.map(({ name }) => name)).toEqual([
      'Larkmoor Police Department',
      'Aldermere Sheriff’s Office',
    ])
    expect(agencies?.[0]?.work[0]).toMatchObject({
      due: '2026-12-23',
      sentences: [expect.stringContaining('From December 23, 2026 (in 1 month) it can go on')],
    })
    await submit(rated, other.assessmentId, 'agency', new Date(rated.program.now().getTime() - 2 * days))
    expect((await home(rated))?.agencies[0]?.name).toBe('Aldermere Sheriff’s Office')
  })

  it('counts the differences that are left, then waits for its signature', async () => {
    const rated = await coRated()
    const { assessmentId, program, save } = rated
    const { assessments, reconciliations, reconciliationSteps } = program.database.tables
    await save(assessmentId, 'agency', 'leadership.coordinator', { value: 2 })
    await save(assessmentId, 'partner', 'leadership.coordinator', { value: 3 })
    await program.database.orm.update(assessments).set({ stage: 'reconciling' })
    await program.database.orm.insert(reconciliations).values({ assessmentId, openedAt: program.now() })
    expect(await work(rated)).toMatchObject({
      sentences: ['Both have submitted. 1 difference left to settle.'],
      next: { to: `/assessments/${assessmentId}/differences` },
      waitsForUs: true,
    })
    const step = {
      assessmentId,
      personId: rated.partner.coordinator,
      at: program.now(),
      itemId: 'leadership.coordinator',
    }
    await program.database.orm.insert(reconciliationSteps).values([
      { ...step, revision: 1, stepId: '1', kind: 'proposed', side: 'partner', proposal: { value: 3 } },
      { ...step, revision: 2, stepId: '2', kind: 'accepted', side: 'agency', refersTo: 1 },
    ])
    expect((await work(rated))?.sentences).toEqual(['Everything is settled. It waits for your signature.'])
    await program.database.orm.insert(reconciliationSteps).values({
      ...step,
      ...{ itemId: null, revision: 3, stepId: '3', kind: 'signed', side: 'partner', sha256: 'a' },
    })
    expect(await work(rated)).toMatchObject({
      sentences: ['You have signed. It waits for the signature of Larkmoor Police Department.'],
      waitsForUs: false,
    })
  })

  it('keeps what was done after the partnership’s end, and where the agency went on alone', async () => {
    const rated = await coRated()
    const { program, partnershipId, agencyId, agency, assessmentId } = rated
    const ending = { partnershipId, organizationId: agencyId, by: agency.coordinator, at: program.now() }
    await endPartnership(program.database, ending)
    expect((await home(rated))?.agencies).toMatchObject([{ active: false, work: [{ id: assessmentId }] }])
    expect((await work(rated))?.sentences[0]).toContain('The partnership has ended')
    const { assessments } = program.database.tables
    await program.database.orm.update(assessments).set({ aloneSince: program.now(), aloneReason: 'released' })
    expect((await work(rated))?.sentences[0]).toContain('went on without its partner')
    await program.database.orm.update(assessments).set({ stage: 'final' })
    expect((await home(rated))?.agencies).toMatchObject([{ work: [], results: [] }])
  })

  it('links to results, and says when the agency’s next assessment is due', async () => {
    const rated = await coRated()
    const { assessments } = rated.program.database.tables
    await rated.program.database.orm.update(assessments).set({ stage: 'final' })
    expect((await home(rated))?.agencies).toMatchObject([
      {
        work: [],
        results: [{ to: `/assessments/${rated.assessmentId}/results`, beingRevised: false }],
        next: { due: '2027-11-01', words: 'due November 1, 2027 (in 11 months)' },
      },
    ])
  })
})

describe('an agency’s home', () => {
  const agencyHome = async ({ agency }: Rated) =>
    (
      await homeScreen.loader(
        get(await agency.as('coordinator'), `/organizations/${agency.agencyId}`, {
          organizationId: agency.agencyId,
        }),
      )
    ).agency

  it('says whether its partner has submitted, and nothing of how far that is', async () => {
    const rated = await coRated()
    const before = await agencyHome(rated)
    expect(JSON.stringify(before?.underWay)).toContain('Larkmoor Care, hasn’t submitted yet')
    await rated.save(rated.assessmentId, 'partner', 'leadership.coordinator', { value: 3 })
    expect(await agencyHome(rated)).toEqual(before)
    await submit(rated, rated.assessmentId, 'partner')
    expect(JSON.stringify((await agencyHome(rated))?.underWay)).toContain('Larkmoor Care, has submitted')
  })

  it('says who proposes a partnership', async () => {
    const rated = await coRated()
    const { program, agencyId } = rated
    const { id, coordinator } = await addOrganization(program, { kind: 'partner', name: 'Birch Line' })
    const from = { organizationId: id, side: 'partner', by: coordinator, at: program.now() } as const
    await proposePartnership(program.database, from, agencyId)
    expect((await agencyHome(rated))?.proposals).toEqual(['Birch Line'])
  })
})
