import { and, desc, eq, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Side } from '../../assessments/access.ts'
import { byName } from '../by-name.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import { prepared, type Given } from '../prepared.server.ts'
import type { Orm, Tables } from '../statement.ts'
import type { PartnershipStatus } from '../words.ts'
import { writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { movingPortfolios } from './latest-result.server.ts'
import { addingContributors } from './assignments.server.ts'
import { partnerSteps } from './choose-partner.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'
import { findStoredVersion, storingVersion } from './questionnaire-versions.server.ts'

export type AssessmentRow = Tables['assessments']['$inferSelect']
export type SideRow = Tables['sides']['$inferSelect']

export interface Assessment extends AssessmentRow {
  agencyName: string
  timeZone: string
  /** Who was asked to rate it too; all three are null where nobody was. */
  partnerId: string | null
  partnerName: string | null
  partnership: PartnershipStatus | null
  /** Whether it went on without its partner. */
  alone: boolean
  /** The sides that it has; the agency's always. */
  sides: Partial<Record<Side, SideRow>>
}

export interface NewAssessment {
  agencyId: string
  slug: string
  version: string
  /** `YYYY-MM-DD`. */
  asOf: string
  startedBy: string
  /** Ids of the people who are asked to contribute. */
  contributors: readonly string[]
  /** With whom it is rated; null for nobody. */
  partnershipId: string | null
}

export type StartOutcome =
  | { status: 'started'; id: string }
  /** The agency has one of this questionnaire that isn't final. */
  | { status: 'one-is-open'; id: string }
  | { status: 'version-withdrawn' }
  /** The agency has no active partnership of that id. */
  | { status: 'no-partnership' }

/**
 * Starts an assessment with the agency's side, and the partner's where there is one, and keeps its questionnaire version. Throws if another text
 * was kept under that version's name: what was published is never edited.
 */
export async function startAssessment(
  database: Database,
  assessment: NewAssessment,
  stored: { json: string; sha256: string },
  at: Date,
): Promise<StartOutcome> {
  const { slug, version } = assessment
  const kept = await findStoredVersion(database, assessment)
  if (kept?.withdrawnAt) return { status: 'version-withdrawn' }
  if (kept && kept.sha256 !== stored.sha256) {
    throw new Error(`The questionnaire ${slug}@${version} differs from the one that the database keeps.`)
  }
  const id = crypto.randomUUID()
  const { agencyId, partnershipId, startedBy: by } = assessment
  const choice = partnershipId === null ? null : { assessmentId: id, agencyId, partnershipId, by, at }
  const partner = choice === null ? [] : await partnerSteps(database, choice)
  if (!partner) return { status: 'no-partnership' }
  try {
    const steps = startSteps(database, id, assessment, stored, at)
    const outcome = await writeAll(database, [...partner.slice(0, 1), ...steps, ...partner.slice(1)])
    return outcome.status === 'written' ? { status: 'started', id } : { status: 'no-partnership' }
  } catch (error) {
    const open = isUniqueViolation(error) && (await findOpenAssessment(database, assessment.agencyId, slug))
    if (!open) throw error
    return { status: 'one-is-open', id: open.id }
  }
}

function startSteps(
  database: Database,
  id: string,
  { contributors, ...assessment }: NewAssessment,
  stored: { json: string; sha256: string },
  at: Date,
) {
  const { assessments, sides } = database.tables
  const { slug, version, agencyId, startedBy } = assessment
  return [
    storingVersion(database, { slug, version, ...stored }, at),
    (orm: Orm) => orm.insert(assessments).values({ ...assessment, id, stage: 'answering', startedAt: at }),
    (orm: Orm) => orm.insert(sides).values({ assessmentId: id, side: 'agency' }),
    ...addingContributors(database, { assessmentId: id, side: 'agency' }, contributors),
    movingPortfolios(database, agencyId),
    logActivity(database, {
      organizationId: agencyId,
      personId: startedBy,
      action: 'assessment.started',
      assessmentId: id,
      at,
    }),
  ]
}

/** The agency's assessment of a questionnaire that isn't final, if there is one. */
export async function findOpenAssessment(
  database: Database,
  agencyId: string,
  slug: string,
): Promise<AssessmentRow | undefined> {
  const { assessments } = database.tables
  const [row] = await database.orm
    .select()
    .from(assessments)
    .where(
      and(eq(assessments.agencyId, agencyId), eq(assessments.slug, slug), ne(assessments.stage, 'final')),
    )
  return row
}

/** An assessment with its sides, its agency's name and time zone, and its partner, in one query. */
export async function findAssessment(
  database: Database,
  assessmentId: string,
): Promise<Assessment | undefined> {
  const rows = await rowsOfSides.execute(database, { assessmentId })
  const [first] = rows
  if (!first) return undefined
  const { assessment, agencyName, timeZone, partnerId, partnerName, partnership } = first
  const sides = Object.fromEntries(rows.map(({ side }) => [side.side, side]))
  const alone = assessment.aloneSince !== null
  return { ...assessment, agencyName, timeZone, partnerId, partnerName, partnership, alone, sides }
}

const rowsOfSides = prepared((orm, tables, given: Given<{ assessmentId: string }>) => {
  const { assessments, organizations, partnerships, sides } = tables
  const partners = alias(organizations, 'partners')
  return orm
    .select({
      assessment: assessments,
      agencyName: organizations.name,
      timeZone: organizations.timeZone,
      partnerId: partnerships.partnerId,
      partnerName: partners.name,
      partnership: partnerships.status,
      side: sides,
    })
    .from(assessments)
    .innerJoin(organizations, eq(organizations.id, assessments.agencyId))
    .innerJoin(sides, eq(sides.assessmentId, assessments.id))
    .leftJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .leftJoin(partners, eq(partners.id, partnerships.partnerId))
    .where(eq(assessments.id, given('assessmentId', assessments.id)))
})

export interface ListedAssessment extends AssessmentRow {
  startedByName: string
  /** Who was asked to rate it too; null where nobody was. */
  partnerId: string | null
  partnerName: string | null
  /** Whether it went on without its partner. */
  alone: boolean
  /** What its latest frozen copy says, also while it is being revised; null before the first. */
  latest: {
    number: number
    finalizedAt: Date
    reopenedAt: Date | null
    overall: Tables['scores']['$inferSelect']
  } | null
}

/** An agency's assessments, the latest as-of date first, each with its latest overall score; one query. */
export async function listAssessments(database: Database, agencyId: string): Promise<ListedAssessment[]> {
  const { assessments, people, partnerships, organizations, frozenCopies, scores } = database.tables
  const rows = await database.orm
    .select({
      assessment: assessments,
      startedByName: people.name,
      partnerId: partnerships.partnerId,
      partnerName: organizations.name,
      number: frozenCopies.number,
      finalizedAt: frozenCopies.finalizedAt,
      reopenedAt: frozenCopies.reopenedAt,
      overall: scores,
    })
    .from(assessments)
    .innerJoin(people, eq(people.id, assessments.startedBy))
    .leftJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .leftJoin(organizations, eq(organizations.id, partnerships.partnerId))
    .leftJoin(frozenCopies, and(eq(frozenCopies.assessmentId, assessments.id), isLatestCopy(database)))
    .leftJoin(
      scores,
      and(
        eq(scores.assessmentId, frozenCopies.assessmentId),
        eq(scores.number, frozenCopies.number),
        eq(scores.scope, 'overall'),
      ),
    )
    .where(eq(assessments.agencyId, agencyId))
    .orderBy(desc(assessments.asOf), desc(assessments.startedAt), desc(assessments.id))
  return rows.map(({ assessment, number, finalizedAt, reopenedAt, overall, ...rest }) => ({
    ...assessment,
    ...rest,
    alone: assessment.aloneSince !== null,
    latest:
      number !== null && finalizedAt !== null && overall !== null
        ? { number, finalizedAt, reopenedAt, overall }
        : null,
  }))
}

/** Who was asked to contribute to one side, by name. */
export async function listContributors(
  database: Database,
  assessmentId: string,
  side: Side,
): Promise<{ personId: string; name: string }[]> {
  const { contributors, people } = database.tables
  const rows = await database.orm
    .select({ personId: contributors.personId, name: people.name })
    .from(contributors)
    .innerJoin(people, eq(people.id, contributors.personId))
    .where(and(eq(contributors.assessmentId, assessmentId), eq(contributors.side, side)))
  return rows.sort(byName)
}
