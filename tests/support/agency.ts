import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import { startAssessment } from '#db/queries/assessments.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import {
  addMember,
  addOrganization,
  contextFor,
  testProgram,
  type TestContext,
  type TestProgram,
} from './program.ts'
import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'
import { get } from './requests.ts'

/** Two domains of two level items each; `training.refresher` is required, `leadership.officers` a number. */
export function twoDomains(fields: Record<string, unknown> = {}): Questionnaire {
  return questionnaire({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { notApplicable: true }),
        levelItem('leadership.coordinator'),
        otherItem('number', 'leadership.officers', { unit: 'officers', minimum: 0, maximum: 9999 }),
      ]),
      domain('training', [
        levelItem('training.basic', { mustHave: true }),
        levelItem('training.refresher', { required: true }),
      ]),
    ],
    ...fields,
  })
}

/** A program with an agency, its team, and somebody of another agency. */
export interface Agency {
  program: TestProgram
  agencyId: string
  coordinator: string
  contributor: string
  viewer: string
  outsider: string
  /** What a loader or action gets when one of them asks. */
  as: (person: 'coordinator' | 'contributor' | 'viewer' | 'outsider' | null) => Promise<TestContext>
}

/** Opens a program at noon of November 23, 2026, with an agency in New York's time zone. */
export async function agencyWithTeam(
  questionnaires: readonly Questionnaire[] = [twoDomains()],
): Promise<Agency> {
  return agencyOf(await testProgram({ questionnaires, now: new Date('2026-11-23T17:00:00Z') }))
}

/** An agency of a program, with its team. */
export async function agencyOf(program: TestProgram): Promise<Agency> {
  const { id: agencyId, coordinator } = await addOrganization(program)
  const contributor = await addMember(program, agencyId, 'contributor')
  const viewer = await addMember(program, agencyId, 'viewer')
  const other = await addOrganization(program, { name: 'Otherton Sheriff’s Office' })
  const people = { coordinator, contributor, viewer, outsider: other.coordinator }
  return {
    program,
    agencyId,
    ...people,
    as: (person) => contextFor(program, person && people[person]),
  }
}

/** Starts an assessment of the newest version on offer. */
export async function startOne(
  { program, agencyId, coordinator, contributor }: Agency,
  asOf = '2026-11-01',
  partnershipId: string | null = null,
) {
  const known = program.catalog.versions.find(({ offered }) => offered)
  if (!known) throw new Error('no questionnaire is on offer')
  const { slug, version } = known
  const contributors = [contributor]
  const started = await startAssessment(
    program.database,
    { agencyId, slug, version, asOf, startedBy: coordinator, contributors, partnershipId },
    known,
    program.now(),
  )
  if (started.status !== 'started') throw new Error(started.status)
  return started.id
}

/** Saves these responses as the contributor, whatever was there. */
export async function answer(
  { program, contributor }: Agency,
  assessmentId: string,
  responses: Responses,
  baseRevision = 0,
) {
  for (const [itemId, response] of Object.entries(responses)) {
    const outcome = await saveResponse(program.database, {
      ...{ assessmentId, itemId, response, baseRevision },
      side: 'agency',
      saveId: crypto.randomUUID(),
      personId: contributor,
      at: program.now(),
    })
    if (outcome.status !== 'saved') throw new Error(outcome.status)
  }
}

/** Every item of `twoDomains` answered, the level items with one level. */
export function allAt(level: number, more: Record<string, Response> = {}): Responses {
  return {
    'leadership.workgroup': { value: level },
    'leadership.coordinator': { value: level },
    'leadership.officers': { value: 40 },
    'training.basic': { value: level },
    'training.refresher': { value: level },
    ...more,
  }
}

/** Submits an assessment as the coordinator, without the review page. */
export async function submitNow(agency: Agency, assessmentId: string) {
  const { program, coordinator } = agency
  const args = get(await agency.as('coordinator'), `/assessments/${assessmentId}`, { assessmentId })
  const { assessment, version } = await findAllowedAssessment(args, 'assessment.submit')
  return submitAlone(program, { assessment, version, by: coordinator, at: program.now() })
}

/** An assessment that is final, all its level items at one level. */
export async function finishOne(agency: Agency, asOf: string, level = 3): Promise<string> {
  const id = await startOne(agency, asOf)
  await answer(agency, id, allAt(level))
  const outcome = await submitNow(agency, id)
  if (outcome.status !== 'final') throw new Error(outcome.status)
  return id
}
