import { and, eq, inArray, lte } from 'drizzle-orm'
import type { Grouped } from '../../assessments/exporting/anonymous.ts'
import type { Database } from '../database.server.ts'
import type { ExportLimits } from './exportables.server.ts'

const agenciesAtOnce = 500

/** Of these agencies, those that made something final, by what an anonymous export says of them. */
export async function groupsWithFinals(
  { orm, tables }: Database,
  agencies: readonly string[],
  { slug, knownBy }: ExportLimits,
): Promise<Grouped[]> {
  const { organizations, assessments, frozenCopies } = tables
  const { id, state, sizeBand, agencyType } = organizations
  const found: Grouped[] = []
  for (let from = 0; from < agencies.length; from += agenciesAtOnce) {
    const page = agencies.slice(from, from + agenciesAtOnce)
    const rows = await orm
      .selectDistinct({ id, state, sizeBand, type: agencyType })
      .from(organizations)
      .innerJoin(assessments, eq(assessments.agencyId, id))
      .innerJoin(frozenCopies, eq(frozenCopies.assessmentId, assessments.id))
      .where(
        and(
          inArray(id, page),
          slug === undefined ? undefined : eq(assessments.slug, slug),
          knownBy && lte(frozenCopies.finalizedAt, knownBy),
        ),
      )
    found.push(...rows)
  }
  return found
}
