import { eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import type { Responses } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import { toColumns } from '../response-row.ts'
import type { Orm, Tables } from '../statement.ts'
import { writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'
import { freezing, type Freezing } from './freezing.server.ts'
import { storingVersion, type NewVersion } from './questionnaire-versions.server.ts'

/** Stands for everybody who did anything elsewhere: an export names nobody. */
export const importedBy = 'imported'

type Inserted<Name extends keyof Tables> = Tables[Name]['$inferInsert']

/** A final assessment that was exported whole, as it is put into a database. */
export interface Restoring {
  version: NewVersion
  /** Its agency, where that isn't there yet. */
  agency: Omit<Inserted<'organizations'>, 'createdBy'> | null
  assessment: Omit<Inserted<'assessments'>, 'startedBy'>
  responses: Partial<Record<Side, Responses>>
  frozen: Omit<Freezing, 'by'>
  number: number
}

/** Puts a final assessment into the database, all of it or nothing; `there` where one of its id is. */
export async function restoreFinal(
  database: Database,
  { version, agency, assessment, responses, frozen, number }: Restoring,
): Promise<'restored' | 'there'> {
  const { organizations, assessments } = database.tables
  const { at } = frozen
  const by = importedBy
  try {
    await writeAll(database, [
      addingImporter(database, at),
      storingVersion(database, version, at),
      ...(agency ? [(orm: Orm) => orm.insert(organizations).values({ ...agency, createdBy: by })] : []),
      (orm: Orm) => orm.insert(assessments).values({ ...assessment, startedBy: by }),
      ...addingSide(database, assessment.id, 'agency', responses.agency, at),
      ...addingSide(database, assessment.id, 'partner', responses.partner, at),
      ...freezing(database, { ...frozen, by }, number),
      logActivity(database, {
        ...{ organizationId: assessment.agencyId, personId: by, action: 'responses.imported', at },
        assessmentId: assessment.id,
      }),
    ])
    return 'restored'
  } catch (error) {
    if (isUniqueViolation(error) && (await isThere(database, assessment.id))) return 'there'
    throw error
  }
}

async function isThere({ orm, tables: { assessments } }: Database, id: string): Promise<boolean> {
  return (await orm.select({ id: assessments.id }).from(assessments).where(eq(assessments.id, id))).length > 0
}

function addingImporter({ tables: { people } }: Database, at: Date) {
  const person = { id: importedBy, name: 'Imported', email: 'imported@nobody.invalid', deletedAt: at }
  return (orm: Orm) =>
    orm
      .insert(people)
      .values({ ...person, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
}

/** A side as it was submitted, each response as saved once. */
function addingSide(
  { tables: { sides, responses } }: Database,
  assessmentId: string,
  side: Side,
  given: Responses | undefined,
  at: Date,
) {
  if (!given) return []
  const rows = Object.entries(given).map(([itemId, response], place) => ({
    ...{ assessmentId, side, itemId, ...toColumns(response), revision: 1, sideRevision: place + 1 },
    ...{ updatedAt: at, updatedBy: importedBy },
  }))
  const submitted = { revision: rows.length, submittedAt: at, submittedBy: importedBy }
  return [
    (orm: Orm) => orm.insert(sides).values({ assessmentId, side, ...submitted }),
    ...rows.map((row) => (orm: Orm) => orm.insert(responses).values(row)),
  ]
}
