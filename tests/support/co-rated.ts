import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import type { Role, Side } from '#assessments/access.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { agencyWithTeam, startOne } from './agency.ts'
import { addPartnership } from './partnership-builders.ts'
import { addMember, addOrganization, contextFor } from './program.ts'
import { get, post } from './requests.ts'

/** An agency with a partner, and an assessment that the partner was asked to rate. */
export async function coRated(questionnaires?: readonly Questionnaire[]) {
  const agency = await agencyWithTeam(questionnaires)
  const { program, agencyId, coordinator } = agency
  const partner = await addOrganization(program, { kind: 'partner', name: 'Larkmoor Care' })
  const between = (theirs: { id: string; coordinator: string }) =>
    addPartnership(program.database, {
      ...{ agencyId: theirs.id, partnerId: partner.id, at: program.now() },
      by: { agency: theirs.coordinator, partner: partner.coordinator },
    })
  const partnershipId = await between({ id: agencyId, coordinator })
  const assessmentId = await startOne(agency, '2026-11-01', partnershipId)
  const people = new Map<Role, string>([['coordinator', partner.coordinator]])
  const personOf = async (role: Role) => {
    const known = people.get(role) ?? (await addMember(program, partner.id, role))
    people.set(role, known)
    return known
  }
  const asPartner = async (role: Role = 'coordinator') => contextFor(program, await personOf(role))
  const path = (id: string, below: string) => `/assessments/${id}${below}`
  return {
    ...{ agency, program, agencyId, partner, partnershipId, assessmentId, between, asPartner },
    /** A second agency of the county with an assessment that the same partner rates. */
    another: async (options: { name?: string } = {}) => {
      const { name = 'Otherton Sheriff’s Office' } = options
      const other = await addOrganization(program, { name })
      const theirs = await between(other)
      const own = {
        ...agency,
        agencyId: other.id,
        coordinator: other.coordinator,
        contributor: other.coordinator,
      }
      return { ...other, assessmentId: await startOne(own, '2026-10-01', theirs) }
    },
    /** Saves an answer for a side, whatever was there before it. */
    save: async (id: string, side: Side, itemId: string, response: Response) => {
      const personId = side === 'agency' ? coordinator : partner.coordinator
      const outcome = await saveResponse(program.database, {
        ...{ assessmentId: id, side, itemId, response, personId, baseRevision: 0 },
        ...{ saveId: crypto.randomUUID(), at: program.now() },
      })
      if (outcome.status !== 'saved') throw new Error(outcome.status)
    },
    open: async (below: string, role?: Role, id = assessmentId) =>
      get(await asPartner(role), path(id, below), { assessmentId: id }),
    send: async (below: string, fields: Record<string, string>, role?: Role, id = assessmentId) =>
      post(await asPartner(role), path(id, below), fields, { assessmentId: id }),
  }
}
