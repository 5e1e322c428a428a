import { describe, expect, it } from 'vitest'
import * as newScreen from '#app/routes/assessment-new/route.tsx'
import * as partnerScreen from '#app/routes/assessment-partner/route.tsx'
import * as overviewScreen from '#app/routes/assessment-overview/route.tsx'
import { findAssessment, listAssessments } from '#db/queries/assessments.server.ts'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import { agencyWithTeam, finishOne, startOne, type Agency } from '#tests/support/agency.ts'
import { coRated } from '#tests/support/co-rated.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'
import { addOrganization } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

async function agencyWithPartner() {
  const agency = await agencyWithTeam()
  const { program, agencyId, coordinator } = agency
  const partner = await addOrganization(program, { kind: 'partner', name: 'Larkmoor Care' })
  const by = { agency: coordinator, partner: partner.coordinator }
  const at = program.now()
  const partnershipId = await addPartnership(program.database, { agencyId, partnerId: partner.id, by, at })
  return { agency, partner, partnershipId }
}

const start = async (agency: Agency, partner?: string) => {
  const fields = { questionnaire: 'sample@1.0.0', asOf: '2026-11-01', ...(partner && { partner }) }
  const { agencyId: organizationId } = agency
  const path = `/organizations/${organizationId}/assessments/new`
  return newScreen.action(post(await agency.as('coordinator'), path, fields, { organizationId }))
}

const choose = async (
  agency: Agency,
  assessmentId: string,
  partnership: string,
  person: 'coordinator' | 'contributor' = 'coordinator',
) =>
  partnerScreen.action(
    post(await agency.as(person), `/assessments/${assessmentId}/partner`, { partnership }, { assessmentId }),
  )

describe('starting an assessment', () => {
  it('offers the active partners and starts both sides with the one that was chosen', async () => {
    const { agency, partner, partnershipId } = await agencyWithPartner()
    const { agencyId: organizationId, program } = agency
    const page = await newScreen.loader(
      get(await agency.as('coordinator'), `/organizations/${organizationId}/assessments/new`, {
        organizationId,
      }),
    )
    expect(page.partners).toEqual([
      { partnershipId, id: partner.id, name: 'Larkmoor Care', place: 'Larkmoor, OH' },
    ])
    expect((await responseOf(start(agency, partnershipId))).status).toBe(302)
    expect(await listAssessments(program.database, organizationId)).toMatchObject([{ partnershipId }])
  })

  it('starts with nobody else where nobody is chosen', async () => {
    const { agency } = await agencyWithPartner()
    expect((await responseOf(start(agency, 'nobody'))).status).toBe(302)
    expect(await listAssessments(agency.program.database, agency.agencyId)).toMatchObject([
      { partnershipId: null },
    ])
  })

  it('refuses another’s partnership, one that has ended, and one that is not there', async () => {
    const { agency, partnershipId } = await agencyWithPartner()
    const { program, agencyId, coordinator } = agency
    const others = await coRated()
    const ending = { partnershipId, organizationId: agencyId, by: coordinator, at: program.now() }
    await endPartnership(program.database, ending)
    for (const id of [partnershipId, others.partnershipId, 'guessed']) {
      expect(await start(agency, id)).toMatchObject({ init: { status: 400 } })
    }
    expect(await listAssessments(program.database, agencyId)).toEqual([])
  })
})

describe('choosing a partner later', () => {
  it('gives the assessment its partner’s side, which the overview says', async () => {
    const { agency, partnershipId } = await agencyWithPartner()
    const assessmentId = await startOne(agency)
    const open = async () =>
      overviewScreen.loader(
        get(await agency.as('coordinator'), `/assessments/${assessmentId}`, { assessmentId }),
      )
    expect((await open()).partner).toMatchObject({
      mayChoose: true,
      partners: [{ value: partnershipId, label: 'Larkmoor Care (Larkmoor, OH)' }],
    })
    const answer = await responseOf(choose(agency, assessmentId, partnershipId))
    expect(answer.headers.get('location')).toBe(`/assessments/${assessmentId}`)
    expect((await open()).partner).toMatchObject({ mayChoose: false, partnerName: 'Larkmoor Care' })
  })

  it('is a coordinator’s alone', async () => {
    const { agency, partnershipId } = await agencyWithPartner()
    const assessmentId = await startOne(agency)
    expect((await responseOf(choose(agency, assessmentId, partnershipId, 'contributor'))).status).toBe(404)
    const page = await overviewScreen.loader(
      get(await agency.as('contributor'), `/assessments/${assessmentId}`, { assessmentId }),
    )
    expect(page.partner).toMatchObject({ mayChoose: false, partners: [] })
  })

  it('is refused twice, once final, and for a partnership that isn’t the agency’s', async () => {
    const { agency, partnershipId } = await agencyWithPartner()
    const { database } = agency.program
    const final = await finishOne(agency, '2026-06-01')
    expect(await choose(agency, final, partnershipId)).toMatchObject({ init: { status: 409 } })
    const open = await startOne(agency)
    const others = await coRated()
    for (const id of [others.partnershipId, 'guessed', '']) {
      expect(await choose(agency, open, id)).toMatchObject({ init: { status: 400 } })
    }
    await responseOf(choose(agency, open, partnershipId))
    expect(await choose(agency, open, partnershipId)).toMatchObject({ init: { status: 409 } })
    expect(await findAssessment(database, open)).toMatchObject({ revision: 1 })
  })

  it('is not the partner’s', async () => {
    const { asPartner, assessmentId, partnershipId } = await coRated()
    const path = `/assessments/${assessmentId}/partner`
    const sent = partnerScreen.action(
      post(await asPartner(), path, { partnership: partnershipId }, { assessmentId }),
    )
    expect((await responseOf(sent)).status).toBe(404)
  })
})
