import type { Side } from '#assessments/access.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { agencyWithTeam, startOne, type Agency } from './agency.ts'
import { addPartnership, addPartnerSide } from './partner-side.ts'
import { addMember, addOrganization, contextFor } from './program.ts'
import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'
import { get, post } from './requests.ts'

/** What both answer, what only the agency does, and what the partner may leave out; one item is required. */
export function forBoth(): Questionnaire {
  return questionnaire({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { notApplicable: true }),
        levelItem('leadership.budget', { answeredBy: 'agency' }),
        otherItem('text', 'leadership.name', { maximumLength: 100 }),
      ]),
      domain('training', [
        levelItem('training.basic', { required: true }),
        levelItem('training.refresher', { answeredBy: 'partner-optional' }),
      ]),
    ],
  })
}

export const everyone = [
  'agency coordinator',
  'agency contributor',
  'agency viewer',
  'partner coordinator',
  'partner contributor',
  'partner viewer',
  /** A coordinator of the agency and of the partner. */
  'both',
  /** Coordinators of another agency, and of another partner of the same agency. */
  'other agency',
  'other partner',
] as const
export type Someone = (typeof everyone)[number]

/** An assessment that an agency and a partner answer, and everybody who might ask about it. */
export interface BothSides {
  agency: Agency
  program: Agency['program']
  assessmentId: string
  partnerId: string
  partnershipId: string
  people: Record<Someone, string>
  /** What a loader is called with when somebody opens a path below the assessment, and what an action is. */
  open: (who: Someone, below: string, params?: Record<string, string>) => ReturnType<typeof openAs>
  send: (who: Someone, below: string, fields: Record<string, string>) => Promise<ReturnType<typeof post>>
  /** Saves a response of a side, as its contributor. */
  answer: (side: Side, itemId: string, response: Response, baseRevision?: number) => Promise<void>
  find: () => ReturnType<typeof findIt>
}

const openAs = async (
  world: Pick<BothSides, 'program' | 'people'>,
  who: Someone,
  path: string,
  params: Record<string, string>,
) => get(await contextFor(world.program, world.people[who]), path, params)

const findIt = async ({ program, assessmentId }: Pick<BothSides, 'program' | 'assessmentId'>) => {
  const found = await findAssessment(program.database, assessmentId)
  if (!found) throw new Error('it is gone')
  return found
}

/** Starts an assessment that both sides answer. */
export async function bothSides(questionnaires: readonly Questionnaire[] = [forBoth()]): Promise<BothSides> {
  const agency = await agencyWithTeam(questionnaires)
  const { program, agencyId, coordinator: proposedBy } = agency
  const { database } = program
  const partner = await addOrganization(program, { kind: 'partner', name: 'Riverside Behavioral Health' })
  const other = await addOrganization(program, { kind: 'partner', name: 'Hillside Crisis Services' })
  const both = await addMember(program, agencyId, 'coordinator')
  await addMember(program, partner.id, 'coordinator', both)
  const partnershipId = await addPartnership(database, { agencyId, partnerId: partner.id, proposedBy })
  await addPartnership(database, { agencyId, partnerId: other.id, proposedBy })
  const assessmentId = await startOne(agency)
  await addPartnerSide(database, assessmentId, partnershipId)
  const people: BothSides['people'] = {
    'agency coordinator': agency.coordinator,
    'agency contributor': agency.contributor,
    'agency viewer': agency.viewer,
    'partner coordinator': partner.coordinator,
    'partner contributor': await addMember(program, partner.id, 'contributor'),
    'partner viewer': await addMember(program, partner.id, 'viewer'),
    both,
    'other agency': agency.outsider,
    'other partner': other.coordinator,
  }
  const world = { agency, program, assessmentId, partnerId: partner.id, partnershipId, people }
  const path = `/assessments/${assessmentId}`
  return {
    ...world,
    open: (who, below, params = {}) => openAs(world, who, `${path}${below}`, { assessmentId, ...params }),
    send: async (who, below, fields) =>
      post(await contextFor(program, people[who]), `${path}${below}`, fields, { assessmentId }),
    answer: async (side, itemId, response, baseRevision = 0) => {
      const personId = people[`${side} contributor`]
      const key = { assessmentId, side, itemId, response, baseRevision, personId }
      const saved = await saveResponse(database, { ...key, saveId: crypto.randomUUID(), at: program.now() })
      if (saved.status !== 'saved') throw new Error(saved.status)
    },
    find: () => findIt(world),
  }
}
