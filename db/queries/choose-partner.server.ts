import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Step } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { findPartnership } from './partnerships.server.ts'

/** Who chooses which partner for an assessment of which agency, and when. */
export interface PartnerChoice {
  assessmentId: string
  agencyId: string
  partnershipId: string
  by: string
  at: Date
}

export type ChooseOutcome =
  | 'chosen'
  /** The agency has no active partnership of this id. */
  | 'no-partnership'
  /** It isn't being answered, has a partner, went on alone, or was final before. */
  | 'too-late'

/** Asks a partner to rate an assessment too, while it is being answered for the first time. */
export async function choosePartner(database: Database, choice: PartnerChoice): Promise<ChooseOutcome> {
  const { assessments, frozenCopies } = database.tables
  const { assessmentId, agencyId, partnershipId } = choice
  const adding = await partnerSteps(database, choice)
  if (!adding) return 'no-partnership'
  const [ifActive, ...rest] = adding
  const outcome = await writeAll(database, [
    ifActive,
    guarded((orm: Orm) =>
      orm
        .update(assessments)
        .set({ partnershipId, revision: sql`${assessments.revision} + 1` })
        .where(
          and(
            eq(assessments.id, assessmentId),
            eq(assessments.agencyId, agencyId),
            eq(assessments.stage, 'answering'),
            isNull(assessments.partnershipId),
            isNull(assessments.aloneSince),
            notExists(orm.select().from(frozenCopies).where(eq(frozenCopies.assessmentId, assessmentId))),
          ),
        ),
    ),
    ...rest,
  ])
  if (outcome.status === 'written') return 'chosen'
  return outcome.at === 0 ? 'no-partnership' : 'too-late'
}

/**
 * Steps of `writeAll` that give an assessment its partner's side, the first of them a guard that the partnership
 * is active; undefined where the agency has no such partnership.
 */
export async function partnerSteps(
  database: Database,
  { assessmentId, agencyId, partnershipId, by, at }: PartnerChoice,
): Promise<[Step, ...Step[]] | undefined> {
  const { partnerships, sides } = database.tables
  const partnership = await findPartnership(database, partnershipId)
  if (partnership?.agencyId !== agencyId || partnership.partnerId === null) return undefined
  const done = {
    assessmentId,
    at,
    personId: by,
    action: 'assessment.partner-chosen',
    subject: partnershipId,
  } as const
  return [
    guarded((orm: Orm) =>
      orm
        .update(partnerships)
        .set({ status: 'active' })
        .where(and(eq(partnerships.id, partnershipId), eq(partnerships.status, 'active'))),
    ),
    (orm: Orm) => orm.insert(sides).values({ assessmentId, side: 'partner' }),
    logActivity(database, { ...done, organizationId: agencyId }),
    logActivity(database, { ...done, organizationId: partnership.partnerId }),
  ]
}
