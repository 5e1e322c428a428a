import { canonicalJson } from '#assessments/canonical.ts'
import type { Side } from '#assessments/access.ts'
import type { Response } from '#assessments/response.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { moveToVersion, undoMove } from '#db/queries/move-version.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { addAnswering, addOrganization, addPerson, minute } from './database-builders.ts'
import { addPartnership, addPartnerSide } from './partner-side.ts'
import { newerVersion, olderVersion } from './two-versions.ts'

const newer = newerVersion()
const lineage = [newer, olderVersion()]

/** Ann's agency (Bob answers) and Pia's organization rate an assessment of version 1.0.0. */
export async function movingSides(database: Database) {
  const { ann, bob, agencyId, assessmentId } = await addAnswering(database)
  const pia = await addPerson(database, 'Pia')
  const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
  const partnershipId = await addPartnership(database, { agencyId, partnerId, proposedBy: ann })
  await addPartnerSide(database, assessmentId, partnershipId)
  let minutes = 3
  /** Later each time. */
  const now = () => minute(minutes++)
  const find = async () => {
    const found = await findAssessment(database, assessmentId)
    if (!found) throw new Error('it is gone')
    return found
  }
  const save = (side: Side, itemId: string, response: Response, base = 0, version?: string) =>
    saveResponse(database, {
      ...{ assessmentId, side, itemId, response, version, baseRevision: base, at: now() },
      ...{ personId: side === 'agency' ? bob : pia, saveId: crypto.randomUUID() },
    })
  const move = async (over: Database = database) => {
    const { version, sides } = await find()
    const json = canonicalJson(JSON.parse(JSON.stringify(newer)))
    return moveToVersion(over, {
      ...{ assessmentId, lineage, by: ann, at: now() },
      to: { slug: 'sketch', version: newer.version, json, sha256: sha256(json), questionnaire: newer },
      seen: { version, agencyRevision: sides.agency?.revision ?? 0 },
    })
  }
  const undo = (over: Database = database) => undoMove(over, { assessmentId, lineage, by: ann, at: now() })
  const answers = async (side: Side) =>
    Object.fromEntries(
      [...(await readResponses(database, assessmentId, side))].map(([id, { response }]) => [id, response]),
    )
  const history = (side: Side, itemId: string) => responseHistory(database, assessmentId, side, itemId)
  return {
    ...{ database, ann, bob, pia, agencyId, partnerId, assessmentId },
    ...{ find, save, move, undo, answers, history },
  }
}

/** Both sides answer four questions: one that stays, one that is renamed, one changed, and one retired. */
export async function fill({ save }: Awaited<ReturnType<typeof movingSides>>) {
  for (const side of ['agency', 'partner'] as const) {
    await save(side, 'care.worded', { value: 4 })
    await save(side, 'care.old-name', { value: 3, note: 'Since May.' })
    await save(side, 'care.other', { value: 5 })
    await save(side, 'people.gone', { value: 2 })
  }
}
