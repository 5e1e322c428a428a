import type { Catalog, CatalogVersion } from '#assessments/catalog.server.ts'
import { freezeReconciled } from '#assessments/frozen-copy.ts'
import type { Database } from '#db/database.server.ts'
import { finalizingReconciled } from '#db/queries/freezing.server.ts'
import { takeStep, type SecondSignature, type StepToTake } from '#db/queries/reconciliation.server.ts'
import { frozenParts } from './frozen-parts.server.ts'

/**
 * Takes a step of reconciling. The second signature makes the assessment final: its frozen copy, scores and
 * changes are kept with the signature, or nothing is.
 */
export function takeOrFinalize(
  program: { database: Database; catalog: Catalog },
  version: CatalogVersion,
  take: Omit<StepToTake, 'questionnaire'>,
) {
  const { questionnaire, sha256 } = version
  const second: SecondSignature = async ({ sides, steps }, { assessment, signature }) => {
    const { id, asOf } = assessment
    const document = freezeReconciled({
      assessmentId: id,
      asOf,
      questionnaire,
      questionnaireSha256: sha256,
      sides,
      steps: [...steps, signature],
    })
    const { number, ...kept } = await frozenParts(program, assessment, questionnaire, document)
    const freezing = { assessmentId: id, ...kept, by: take.personId, at: take.at }
    return { number, writes: finalizingReconciled(program.database, assessment, freezing, number) }
  }
  return takeStep(program.database, { ...take, questionnaire }, second)
}
