import { and, asc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { isLatestCopy } from './latest-copy.server.ts'
import { agenciesOf, matching, type Portfolio, type PortfolioFilter } from './portfolio.server.ts'

/** An assessment that was made final once or more often, and in which partnership. */
export interface FinalAssessment {
  id: string
  startedAt: Date
  partnershipId: string | null
}

/**
 * Those of an agency's assessments that were ever final, in the order in which they were started: that never changes,
 * and what is added comes after.
 */
export async function listFinalAssessments(
  database: Database,
  agencyId: string,
  { after, limit }: { after?: Pick<FinalAssessment, 'startedAt' | 'id'> | undefined; limit: number },
): Promise<FinalAssessment[]> {
  const { assessments, frozenCopies } = database.tables
  const { id, startedAt, partnershipId } = assessments
  return database.orm
    .select({ id, startedAt, partnershipId })
    .from(assessments)
    .innerJoin(frozenCopies, eq(frozenCopies.assessmentId, id))
    .where(
      and(
        eq(assessments.agencyId, agencyId),
        isLatestCopy(database),
        after && or(gt(startedAt, after.startedAt), and(eq(startedAt, after.startedAt), gt(id, after.id))),
      ),
    )
    .orderBy(asc(startedAt), asc(id))
    .limit(limit)
}

/** A program's agencies by id, so many after the one that is named: an order that never changes. */
export async function listAgenciesById(
  database: Database,
  portfolio: Portfolio,
  filter: PortfolioFilter,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const agencies = agenciesOf(database, portfolio)
  return database.orm
    .select()
    .from(agencies)
    .where(
      and(
        matching(database, portfolio, agencies, filter),
        after === undefined ? undefined : gt(agencies.agencyId, after),
      ),
    )
    .orderBy(asc(agencies.agencyId))
    .limit(limit)
}

/** Those of a program's agencies that are named. */
export async function findAgencies(database: Database, portfolio: Portfolio, agencyIds: readonly string[]) {
  const agencies = agenciesOf(database, portfolio)
  return database.orm
    .select()
    .from(agencies)
    .where(inArray(agencies.agencyId, [...agencyIds]))
}

export type PortfolioRow = Awaited<ReturnType<typeof findAgencies>>[number]
