import type { Catalog } from '#assessments/catalog.server.ts'
import { readFrozen } from '#assessments/frozen-copy.ts'
import type { Database } from '#db/database.server.ts'
import type { Round } from '#db/queries/frozen-copies.server.ts'
import { addResults, copiesWithoutResult, type ResultRow } from '#db/queries/results.server.ts'
import { resultRowOf } from './result-row.ts'

const pageSize = 100

/** Makes the results of copies that were frozen before there were any; answers how many it made. */
export async function fillResults(database: Database, catalog: Catalog): Promise<number> {
  let made = 0
  let page: Round[] = []
  do {
    page = await copiesWithoutResult(database, page.at(-1)?.copy, pageSize)
    const rows = page.flatMap((round) => rowOf(round, catalog))
    await addResults(database, rows)
    made += rows.length
  } while (page.length === pageSize)
  return made
}

function rowOf({ assessment, copy }: Round, catalog: Catalog): Omit<ResultRow, 'latest'>[] {
  const questionnaire = catalog.find(assessment.slug, assessment.version)?.questionnaire
  if (!questionnaire) return []
  const { assessmentId, number, finalizedAt } = copy
  const key = { assessmentId, number, finalizedAt, agencyId: assessment.agencyId }
  return [{ ...key, ...resultRowOf(questionnaire, readFrozen(copy.document)) }]
}
