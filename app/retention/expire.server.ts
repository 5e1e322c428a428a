import { readFrozen } from '#assessments/frozen-copy.ts'
import { listAssessments, type ListedAssessment } from '#db/queries/assessments.server.ts'
import { latestCopies } from '#db/queries/frozen-copies.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { expireAssessment, listRetaining } from '#db/queries/retention.server.ts'
import { dayOf } from '../calendar.ts'
import type { Program } from '../context.server.ts'
import { changeRows } from '../finalizing/change-rows.ts'
import { expiryDays } from './expiry.ts'

type Parts = Pick<Program, 'database' | 'catalog' | 'log' | 'now'>

/** Deletes every assessment whose day has come, and answers how many. What fails for one agency is logged. */
export async function expireDue(parts: Parts): Promise<number> {
  let expired = 0
  for (const agency of await listRetaining(parts.database)) {
    try {
      expired += await expireOf(parts, agency)
    } catch (error) {
      parts.log.error({ err: error, organization: agency.id }, 'assessments could not expire')
    }
  }
  if (expired > 0) parts.log.info({ assessments: expired }, 'assessments expired and were deleted')
  return expired
}

async function expireOf(parts: Parts, agency: Organization): Promise<number> {
  const today = dayOf(parts.now(), agency.timeZone)
  let expired = 0
  // What a deleted one leaves behind changes the series, so that it is read anew for each.
  for (;;) {
    const assessments = await listAssessments(parts.database, agency.id)
    const days = expiryDays(agency, assessments)
    const due = assessments.findLast(({ id }) => (days.get(id) ?? '9999') <= today)
    // Somebody else may be at work on one; its turn comes tomorrow.
    if (!due || (await expire(parts, due, assessments)) === 'stale') return expired
    expired += 1
  }
}

async function expire(
  { database, catalog, now }: Parts,
  assessment: ListedAssessment,
  assessments: readonly ListedAssessment[],
) {
  const { slug, agencyId } = assessment
  const known = await latestCopies(database, agencyId, slug)
  const place = known.findIndex((round) => round.assessment.id === assessment.id)
  const rounds = known.toSpliced(place, place < 0 ? 0 : 1).flatMap((round) => {
    const questionnaire = catalog.find(slug, round.assessment.version)?.questionnaire
    const { assessmentId, number, document } = round.copy
    return questionnaire ? [{ assessmentId, number, document: readFrozen(document), questionnaire }] : []
  })
  return expireAssessment(database, {
    assessment,
    series: assessments.filter((other) => other.slug === slug),
    changes: place < 0 ? [] : changeRows(rounds, Math.max(0, place - 1), catalog.lineage(slug)),
    at: now(),
  })
}
