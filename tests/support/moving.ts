import { moveToVersion, undoMove } from '#db/queries/move-version.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import type { Agency } from './agency.ts'

/** Moves an assessment to a version that the program knows, as the agency's coordinator, without the page. */
export async function moveNow({ program, coordinator }: Agency, assessmentId: string, version = '1.1.0') {
  const { database, catalog, now } = program
  const assessment = await findAssessment(database, assessmentId)
  const to = catalog.find(assessment?.slug ?? '', version)
  if (!assessment || !to) throw new Error('there is no such assessment or version')
  const outcome = await moveToVersion(database, {
    ...{ assessmentId, to, by: coordinator, at: now() },
    lineage: catalog.lineage(assessment.slug),
    seen: { version: assessment.version, agencyRevision: assessment.sides.agency?.revision ?? 0 },
  })
  if (outcome.status !== 'moved') throw new Error(JSON.stringify(outcome))
  return outcome.move
}

/** Takes the latest move back, as the agency's coordinator. */
export async function undoNow({ program, coordinator }: Agency, assessmentId: string) {
  const { database, catalog, now } = program
  const lineage = catalog.lineage('sample')
  const outcome = await undoMove(database, { assessmentId, lineage, by: coordinator, at: now() })
  if (outcome.status !== 'undone') throw new Error(JSON.stringify(outcome))
}
