import { makeCatalog } from '#assessments/catalog.ts'
import { canonicalJson } from '#assessments/canonical.ts'
import { frozenDocumentSchema, frozenText, scorecardText } from '#assessments/frozen-copy.ts'
import { questionnaireName } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { SharingStep } from '#assessments/sharing.ts'
import { resultRow } from '#app/finalizing/result-row.ts'
import { scoreRows } from '#app/finalizing/score-rows.ts'
import type { Database } from '#db/database.server.ts'
import type { SizeBand } from '#db/words.ts'
import { everyAnswer, everyKind } from './exportables.ts'

const json = canonicalJson(JSON.parse(JSON.stringify(everyKind)))

/** Everything that tests of what is shared are answered under. */
export const everyKindCatalog = makeCatalog([
  {
    ...{ slug: everyKind.slug, version: everyKind.version, questionnaire: everyKind, json },
    ...{ sha256: sha256(json), file: null, offered: true },
  },
])

/** A person, for whatever has to have been done by somebody. */
export async function addSomebody(database: Database, id: string, at: Date): Promise<string> {
  await database.orm.insert(database.tables.people).values({
    ...{ id, name: `Person ${id}`, email: `${id}@people.example` },
    ...{ createdAt: at, updatedAt: at, emailVerified: true },
  })
  const { slug, version } = everyKind
  await database.orm
    .insert(database.tables.questionnaireVersions)
    .values({ slug, version, json, sha256: sha256(json), firstUsedAt: at })
    .onConflictDoNothing()
  return id
}

interface AgencyFields {
  id: string
  by: string
  at: Date
  kind?: 'agency' | 'program' | 'partner'
  name?: string
  state?: string
  county?: string
  sizeBand?: SizeBand
}

/** A confirmed organization under an id that a test can name. */
export async function addNamed(database: Database, fields: AgencyFields): Promise<string> {
  const { id, by, at, kind = 'agency', name = `Agency ${id}`, sizeBand = '10-24', ...place } = fields
  const { state = 'OH', county = 'Adams' } = place
  const ofAgency = kind === 'agency' ? ({ agencyType: 'police', sizeBand } as const) : {}
  await database.orm.insert(database.tables.organizations).values({
    ...{ id, kind, name, state, county, ...ofAgency, timeZone: 'America/New_York' },
    ...{ status: 'confirmed', createdAt: at, createdBy: by },
  })
  return id
}

/** An agency that a program follows. */
export async function addEnrolled(
  database: Database,
  programId: string,
  fields: AgencyFields & { shares: SharingStep; notes?: boolean },
): Promise<string> {
  const { shares, notes = false, ...agency } = fields
  const agencyId = await addNamed(database, agency)
  const { by, at, name = `Agency ${agencyId}` } = agency
  await database.orm.insert(database.tables.enrollments).values({
    ...{ id: `enrollment-${programId}-${agencyId}`, programId, agencyId, agencyName: name, status: 'active' },
    ...{ shares, sharesNotes: notes, invitedAt: at, invitedBy: by, decidedAt: at, decidedBy: by },
  })
  return agencyId
}

interface FinalFields {
  id: string
  agencyId: string
  by: string
  asOf?: string
  at: Date
  /** Further copies of the same assessment count up from 1. */
  number?: number
  agency?: Responses
  partner?: Responses | null
  agreed?: Responses | null
  partnershipId?: string | null
}

/** One frozen copy of an assessment, the assessment too if it is the first. */
export async function addFinal(database: Database, fields: FinalFields): Promise<void> {
  const { orm, tables } = database
  const { id, agencyId, by, at, number = 1, asOf = '2026-03-01', partnershipId = null } = fields
  const { agency = everyAnswer, partner = null, agreed = null } = fields
  const { slug, version } = everyKind
  if (number === 1) {
    await orm.insert(tables.assessments).values({
      ...{ id, agencyId, slug, version, asOf, stage: 'final', startedAt: at, startedBy: by },
      ...{ finalizedAt: at, partnershipId },
    })
    await orm
      .insert(tables.sides)
      .values({ assessmentId: id, side: 'agency', submittedAt: at, submittedBy: by })
  }
  const counted = agreed ?? agency
  const frozen = frozenDocumentSchema.parse({
    ...{ format: 1, assessment: id, engine: '1', asOf, coReviewed: agreed !== null, agreed },
    questionnaire: { name: questionnaireName(everyKind), sha256: sha256(json) },
    responses: { agency, partner },
    scorecard: scoreResponses(everyKind, counted),
    signatures: [{ side: 'agency', person: by, at: at.toISOString() }],
  })
  const [document, scorecard] = [frozenText(frozen), scorecardText(frozen.scorecard)]
  await orm.insert(tables.frozenCopies).values({
    ...{ assessmentId: id, number, document, sha256: sha256(document), scorecard },
    ...{ scorecardSha256: sha256(scorecard), engineVersion: '1', finalizedAt: at, finalizedBy: by },
  })
  const scores = scoreRows(frozen.scorecard, everyKind, counted)
  await orm.insert(tables.results).values({
    ...resultRow(everyKind, frozen, scores),
    ...{ assessmentId: id, agencyId, number, finalizedAt: at },
  })
}
