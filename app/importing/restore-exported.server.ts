import type { Catalog, CatalogVersion } from '#assessments/catalog.ts'
import { responsesToScore, type ExportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { frozenDocumentSchema, scorecardText, type FrozenDocument } from '#assessments/frozen-copy.ts'
import { parseResponsesFile } from '#assessments/responses.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { restoreFinal, type Restoring } from '#db/queries/restore-final.server.ts'
import { agencyTypes, sizeBands } from '#db/words.ts'
import { frozenParts } from '../finalizing/frozen-parts.server.ts'

export type Restored = { status: 'restored' | 'there' } | { status: 'refused'; reason: string }

interface Source {
  database: Database
  catalog: Pick<Catalog, 'find' | 'lineage'>
  /** Of agencies that aren't there yet: no export tells it. */
  timeZone: string
}

/**
 * Puts an assessment that was exported whole into a database, its agency too where that is missing, so that exporting
 * it again gives the same. Nothing is taken on trust: its responses are read as typed ones are, and must score the
 * same. Who did what is not in an export; signatures aren't either.
 */
export async function restoreExported(source: Source, exported: ExportedAssessment): Promise<Restored> {
  const [slug = '', version = ''] = exported.questionnaire.name.split('@')
  const known = source.catalog.find(slug, version)
  const reason = known
    ? whyNot(known, exported)
    : `is of ${exported.questionnaire.name}, which is not known here`
  if (!known || reason !== null) return { status: 'refused', reason: reason ?? '' }
  const agency = await agencyOf(source, exported)
  if (typeof agency === 'string') return { status: 'refused', reason: agency }
  return { status: await restoreFinal(source.database, await partsOf(source, known, exported, agency)) }
}

/** What is wrong with it, or null. */
function whyNot(
  { questionnaire, sha256: ours }: CatalogVersion,
  exported: ExportedAssessment,
): string | null {
  const { sharing, responses, scorecard, scorecardSha256 } = exported
  if (!responses || !sharing.notes || !sharing.partner) return 'holds only what was shared, and not all of it'
  if (exported.questionnaire.sha256 !== ours) return `is of another text of ${exported.questionnaire.name}`
  for (const file of [responses.agency, responses.partner, responses.agreed]) {
    const reading = file && parseResponsesFile(questionnaire, file)
    const [fault] = reading?.status === 'invalid' ? reading.faults : []
    if (fault) return `${fault.path}: ${fault.reason}`
  }
  const counted = responsesToScore(exported)
  const again = counted && scorecardText(scoreResponses(questionnaire, counted.responses))
  if (again !== scorecardText(scorecard) || sha256(again) !== scorecardSha256) {
    return 'scores otherwise than the file has it'
  }
  return null
}

/** The agency as it is to be made, null where it is there, or why neither can be. */
async function agencyOf(
  { database, timeZone }: Source,
  { agency, finalizedAt }: ExportedAssessment,
): Promise<Restoring['agency'] | string> {
  const { id, name, state, county, ori } = agency
  const there = await findOrganization(database, id)
  if (there) return there.kind === 'agency' ? null : `belongs to ${id}, which is no agency here`
  if (name === null || state === null || county === null) return 'does not say whose it is'
  const createdAt = new Date(finalizedAt)
  return {
    ...{ id, kind: 'agency', name, state, county, ori, timeZone, status: 'confirmed', createdAt },
    agencyType: agencyTypes.find((type) => type === agency.type) ?? null,
    sizeBand: sizeBands.find((band) => band === agency.sizeBand) ?? null,
  }
}

async function partsOf(
  { database, catalog }: Source,
  { slug, version, json, sha256, questionnaire }: CatalogVersion,
  exported: ExportedAssessment,
  agency: Restoring['agency'],
): Promise<Restoring> {
  const at = new Date(exported.finalizedAt)
  const { assessment: id, asOf, copy: number, alone, responses } = exported
  const assessment = { id, agencyId: exported.agency.id, slug, version, asOf, startedAt: at }
  const document = documentOf(exported)
  const parts = await frozenParts({ database, catalog }, assessment, questionnaire, document, number)
  const { copy, scores, result, changes } = parts
  const wentAlone = alone === null ? {} : { aloneReason: alone, aloneSince: at }
  return {
    ...{ version: { slug, version, json, sha256 }, agency, number },
    assessment: { ...assessment, ...wentAlone, stage: 'final', finalizedAt: at },
    responses: {
      ...(responses && { agency: responses.agency.responses }),
      ...(responses?.partner && { partner: responses.partner.responses }),
    },
    frozen: { assessmentId: id, copy, scores, result, changes, at },
  }
}

function documentOf(exported: ExportedAssessment): FrozenDocument {
  const { assessment, questionnaire, engine, asOf, coReviewed, scorecard } = exported
  const { responses, settled, alone } = exported
  return frozenDocumentSchema.parse({
    ...{ format: 1, assessment, questionnaire, engine, asOf, coReviewed, scorecard, signatures: [] },
    responses: {
      agency: responses?.agency.responses,
      partner: responses?.partner?.responses ?? null,
    },
    agreed: responses?.agreed?.responses ?? null,
    ...(settled && { settled }),
    ...(alone && { alone }),
  })
}
