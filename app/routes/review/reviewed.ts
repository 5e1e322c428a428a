import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'

/** Whose review it is, and who sends its form. */
export interface Reviewed {
  assessment: Assessment
  version: CatalogVersion
  side: Side
  by: string
}
