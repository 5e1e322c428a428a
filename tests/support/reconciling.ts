import { and, eq } from 'drizzle-orm'
import type { Role, Side } from '#assessments/access.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { AttemptedStep } from '#assessments/reconciliation-rules.ts'
import type { Responses } from '#assessments/response.ts'
import { takeOrFinalize } from '#app/finalizing/sign.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import type { Program } from '#app/context.server.ts'
import { findAssessment, startAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import {
  addMember,
  addOrganization,
  contextWith,
  cookieFor,
  testProgram,
  type TestProgram,
} from './program.ts'
import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'

/** Two domains: a wide difference can be made, an item that both may leave out, and one of the agency's alone. */
export function talkedOf(): Questionnaire {
  return questionnaire({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { notApplicable: true }),
        levelItem('leadership.coordinator'),
        otherItem('number', 'leadership.officers', { unit: 'officers', minimum: 0, maximum: 9999 }),
      ]),
      domain('training', [
        levelItem('training.basic'),
        levelItem('training.refresher', { answeredBy: 'agency' }),
      ]),
    ],
  })
}

/** What the two say of it: 4 and 1, 3 and 3, 2 and 3. */
export const talkedBySides: Record<Side, Responses> = {
  agency: {
    'leadership.workgroup': { value: 4, note: 'It meets each month.' },
    'leadership.coordinator': { value: 3 },
    'leadership.officers': { value: 40 },
    'training.basic': { value: 2 },
    'training.refresher': { value: 5 },
  },
  partner: {
    'leadership.workgroup': { value: 1, note: 'We were never asked.' },
    'leadership.coordinator': { value: 3 },
    'training.basic': { value: 3 },
  },
}

export type TeamMember = `${Side} ${Role}`

/** An assessment that an agency and its partner have both submitted. */
export interface Reconciling {
  program: TestProgram
  assessmentId: string
  agencyId: string
  partnerId: string
  people: Record<TeamMember, string>
  /** What a loader or action gets when one of them asks. */
  as: (person: TeamMember) => Promise<ReturnType<typeof contextWith>>
  assessment: () => Promise<Assessment>
  read: () => ReturnType<typeof readReconciliation>
  /** Takes a step as that side's coordinator, or whom `more` names, over another database object if it says so. */
  take: (
    step: AttemptedStep,
    more?: { stepId?: string; personId?: string; over?: Program['database'] },
  ) => ReturnType<typeof takeOrFinalize>
}

interface Options {
  questionnaire?: Questionnaire
  sides?: Record<Side, Responses>
  program?: TestProgram
  database?: Program['database']
  /** Which sides have submitted; both, if left out. */
  submitted?: readonly Side[]
}

/** Makes an agency and a partner with a coordinator, a contributor and a viewer each, who have both submitted. */
export async function reconciling(options: Options = {}): Promise<Reconciling> {
  const { questionnaire: asked = talkedOf(), sides = talkedBySides, database } = options
  const program =
    options.program ??
    (await testProgram({
      questionnaires: [asked],
      now: new Date('2026-11-23T17:00:00Z'),
      ...(database && { database }),
    }))
  const agency = await addOrganization(program)
  const partner = await addOrganization(program, { kind: 'partner', name: 'Larkmoor Behavioral Health' })
  const people = {
    ...(await teamOf(program, 'agency', agency)),
    ...(await teamOf(program, 'partner', partner)),
  } as Record<TeamMember, string>
  const assessmentId = await rated(program, asked, { agency, partner }, sides)
  await submit(program, assessmentId, people, options.submitted ?? ['agency', 'partner'])
  const assessment = async () => {
    const found = await findAssessment(program.database, assessmentId)
    if (!found) throw new Error('there is no such assessment')
    return found
  }
  return {
    ...{ program, assessmentId, agencyId: agency.id, partnerId: partner.id, people, assessment },
    as: async (person) => contextWith(program, await cookieFor(program, people[person])),
    read: () => readReconciliation(program.database, assessmentId, asked),
    take: async (step, more = {}) =>
      takeOrFinalize(
        { ...program, database: more.over ?? program.database },
        versionOf(await contextOf(program), await assessment()),
        {
          ...{ assessmentId, step, stepId: more.stepId ?? crypto.randomUUID(), at: program.now() },
          personId: more.personId ?? people[`${step.side} coordinator`],
        },
      ),
  }
}

const contextOf = (program: TestProgram) => Promise.resolve(contextWith(program, ''))

async function teamOf(
  program: TestProgram,
  side: Side,
  { id, coordinator }: { id: string; coordinator: string },
) {
  return {
    [`${side} coordinator`]: coordinator,
    [`${side} contributor`]: await addMember(program, id, 'contributor'),
    [`${side} viewer`]: await addMember(program, id, 'viewer'),
  }
}

type Team = { id: string; coordinator: string }

/** An assessment with both sides' responses, neither submitted. */
async function rated(
  program: TestProgram,
  { slug, version }: Questionnaire,
  teams: Record<Side, Team>,
  responses: Record<Side, Responses>,
): Promise<string> {
  const { database } = program
  const known = program.catalog.find(slug, version)
  if (!known) throw new Error('no such questionnaire')
  const { agency, partner } = teams
  const partnershipId = crypto.randomUUID()
  await database.orm.insert(database.tables.partnerships).values({
    ...{ id: partnershipId, agencyId: agency.id, partnerId: partner.id, proposedAs: 'agency' },
    ...{ status: 'active', proposedAt: program.now(), proposedBy: agency.coordinator },
  })
  const started = await startAssessment(
    database,
    {
      ...{ agencyId: agency.id, slug, version, asOf: '2026-11-01' },
      ...{ startedBy: agency.coordinator, contributors: [], partnershipId },
    },
    known,
    program.now(),
  )
  if (started.status !== 'started') throw new Error(started.status)
  for (const side of ['agency', 'partner'] as const) {
    for (const [itemId, response] of Object.entries(responses[side])) {
      const outcome = await saveResponse(database, {
        ...{ assessmentId: started.id, side, itemId, response, baseRevision: 0 },
        ...{ saveId: crypto.randomUUID(), personId: teams[side].coordinator, at: program.now() },
      })
      if (outcome.status !== 'saved') throw new Error(outcome.status)
    }
  }
  return started.id
}

async function submit(
  { database, now }: TestProgram,
  assessmentId: string,
  people: Record<TeamMember, string>,
  submitted: readonly Side[],
) {
  const { assessments, sides, reconciliations } = database.tables
  for (const side of submitted) {
    await database.orm
      .update(sides)
      .set({ submittedAt: now(), submittedBy: people[`${side} coordinator`] })
      .where(and(eq(sides.assessmentId, assessmentId), eq(sides.side, side)))
  }
  if (submitted.length < 2) return
  await database.orm
    .update(assessments)
    .set({ stage: 'reconciling', revision: 2 })
    .where(eq(assessments.id, assessmentId))
  await database.orm.insert(reconciliations).values({ assessmentId, openedAt: now() })
}

/** Settles everything that is open in `talkedOf`: the agency proposes, the partner accepts. */
export async function settleAll({ take }: Reconciling): Promise<void> {
  for (const [item, value] of [
    ['leadership.workgroup', 3],
    ['training.basic', 2],
  ] as const) {
    const proposed = await take({
      ...{ kind: 'proposed', side: 'agency', item, seen: 0 },
      ...{ proposal: { value }, note: 'We looked at the minutes together.' },
    })
    if (proposed.status !== 'taken') throw new Error(JSON.stringify(proposed))
    const refersTo = proposed.revision
    await take({ kind: 'accepted', side: 'partner', item, refersTo, note: null, seen: 0 })
  }
}

/** Signs as one side what is agreed now. */
export async function sign({ take, read }: Reconciling, side: Side) {
  const { scorecardSha256 } = await read()
  return take({ kind: 'signed', side, sha256: scorecardSha256, seen: 0 })
}
