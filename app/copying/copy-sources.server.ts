import { sideOf, type Actor } from '#assessments/access.ts'
import { askedResponses } from '#assessments/asked.ts'
import { copyableAnswers, type Copyable } from '#assessments/copying.ts'
import type { Responses } from '#assessments/response.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { listPartnerAssessments, type PartnerAssessment } from '#db/queries/partner-assessments.server.ts'
import { readResponses, type StoredResponse } from '#db/queries/responses.server.ts'

/** One of a partner's own assessments from which answers can be copied to another. */
export interface CopySource {
  assessment: PartnerAssessment
  copyable: Copyable[]
  stored: ReadonlyMap<string, StoredResponse>
}

/**
 * What somebody of a partner can copy to an assessment, the source with the latest as-of date first; and what is
 * there. Where they belong to the agency of a source too, they act for that, and don't see what its partner said.
 */
export async function readCopySources(
  context: RequestContext,
  assessment: Assessment,
  actor: Actor,
): Promise<{ sources: CopySource[]; current: ReadonlyMap<string, StoredResponse> }> {
  const { database, catalog } = context
  const { partnerId, slug, version } = assessment
  const questionnaire = catalog.find(slug, version)?.questionnaire
  const agency = await findOrganization(database, assessment.agencyId)
  if (!partnerId || !questionnaire || !agency) return { sources: [], current: new Map() }
  const [current, all] = await Promise.all([
    readResponses(database, assessment.id, 'partner'),
    listPartnerAssessments(database, partnerId),
  ])
  const others = all.filter(
    (other) =>
      other.id !== assessment.id &&
      other.slug === slug &&
      isSamePlace(other, agency) &&
      sideOf(actor, other) === 'partner',
  )
  const to = { questionnaire, responses: plain(current) }
  const sources = await Promise.all(
    others.map(async (other) => {
      const stored = await readResponses(database, other.id, 'partner')
      const asked = versionOf(context, other).questionnaire
      const from = { version: other.version, responses: askedResponses(asked, 'partner', plain(stored)) }
      return { assessment: other, stored, copyable: copyableAnswers(catalog.lineage(slug), from, to) }
    }),
  )
  return { sources, current }
}

interface Place {
  county: string
  state: string
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.state === other.state && tidy(one.county) === tidy(other.county)
}

/** "Adams" and "Adams County" are one county. */
const tidy = (county: string) =>
  county
    .trim()
    .toLowerCase()
    .replace(/\s+county$/, '')

function plain(stored: ReadonlyMap<string, StoredResponse>): Responses {
  return Object.fromEntries([...stored].map(([id, { response }]) => [id, response]))
}
