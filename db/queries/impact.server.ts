import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { GivenResponse } from '../../assessments/carrying.ts'
import { readFrozen } from '../../assessments/frozen-copy.ts'
import { ImpactTally, type Impact, type TouchedAssessment } from '../../assessments/impact.ts'
import type { Questionnaire } from '../../assessments/questionnaire.ts'
import type { Database } from '../database.server.ts'
import { toResponse } from '../response-row.ts'
import { isLatestCopy } from './latest-copy.server.ts'

/**
 * What a version means for every assessment of its questionnaire, which are read in pages.
 *
 * @param lineage all known versions of the questionnaire
 */
export async function measureImpact(
  database: Database,
  lineage: readonly Questionnaire[],
  version: Questionnaire,
  pageSize = 50,
): Promise<Impact> {
  const tally = new ImpactTally(lineage, version)
  for await (const assessment of eachTouched(database, version.slug, pageSize)) tally.take(assessment)
  return tally.impact()
}

/** Every assessment of a questionnaire with its latest frozen copy and, while it is in progress, its answers. */
async function* eachTouched(
  database: Database,
  slug: string,
  pageSize: number,
): AsyncGenerator<TouchedAssessment> {
  const latest = await latestFinals(database, slug)
  let page: Row[] = []
  do {
    page = await nextPage(database, slug, page.at(-1)?.id, pageSize)
    const open = page.filter(({ stage }) => stage !== 'final').map(({ id }) => id)
    const answers = await answersOf(database, open)
    const submitted = await submittedAmong(database, open)
    for (const { id, version, stage, document } of page) {
      // Whatever was made final stays under its version, also while it is being revised.
      const movable = stage === 'answering' && document === null && !submitted.has(id)
      const inProgress = stage === 'final' ? null : { answers: answers.get(id) ?? {}, movable }
      const copy =
        document === null ? null : { document: readFrozen(document), isLatestOfAgency: latest.has(id) }
      yield { id, version, inProgress, copy }
    }
  } while (page.length === pageSize)
}

type Row = Awaited<ReturnType<typeof nextPage>>[number]

function nextPage(database: Database, slug: string, after: string | undefined, limit: number) {
  const { assessments, frozenCopies } = database.tables
  const { id, version, stage } = assessments
  return database.orm
    .select({ id, version, stage, document: frozenCopies.document })
    .from(assessments)
    .leftJoin(frozenCopies, and(eq(frozenCopies.assessmentId, id), isLatestCopy(database)))
    .where(and(eq(assessments.slug, slug), after === undefined ? undefined : gt(id, after)))
    .orderBy(asc(id))
    .limit(limit)
}

/** Of each agency the latest assessment of a questionnaire that was ever made final. */
async function latestFinals(database: Database, slug: string): Promise<ReadonlySet<string>> {
  const { assessments, frozenCopies } = database.tables
  const { id, agencyId, asOf, startedAt } = assessments
  const rows = await database.orm
    .select({ id, agencyId })
    .from(assessments)
    .innerJoin(frozenCopies, and(eq(frozenCopies.assessmentId, id), eq(frozenCopies.number, 1)))
    .where(eq(assessments.slug, slug))
    .orderBy(asc(asOf), asc(startedAt), asc(id))
  return new Set(new Map(rows.map((row) => [row.agencyId, row.id])).values())
}

async function answersOf(database: Database, assessmentIds: readonly string[]) {
  const { responses } = database.tables
  const found = new Map<string, Partial<Record<Side, Map<string, GivenResponse>>>>()
  if (assessmentIds.length === 0) return found
  const rows = await database.orm
    .select()
    .from(responses)
    .where(inArray(responses.assessmentId, assessmentIds))
  for (const row of rows) {
    const sides = found.get(row.assessmentId) ?? {}
    const side = sides[row.side] ?? new Map<string, GivenResponse>()
    const { updatedAt, updatedBy } = row
    side.set(row.itemId, { response: toResponse(row), at: updatedAt.toISOString(), person: updatedBy })
    found.set(row.assessmentId, { ...sides, [row.side]: side })
  }
  return found
}

/** Those of some assessments that a side has submitted. */
async function submittedAmong(
  database: Database,
  assessmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { sides } = database.tables
  if (assessmentIds.length === 0) return new Set()
  const rows = await database.orm
    .select({ id: sides.assessmentId, submittedAt: sides.submittedAt })
    .from(sides)
    .where(inArray(sides.assessmentId, assessmentIds))
  return new Set(rows.flatMap(({ id, submittedAt }) => (submittedAt === null ? [] : [id])))
}
