import { can } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { totalProgress, type DomainProgress } from '#assessments/progress.ts'
import type { Domain } from '#assessments/questionnaire.ts'
import type { RequestContext } from '#app/context.server.ts'
import { loadPartner } from '#app/choosing-partner/load-partner.server.ts'
import { readRevision } from '#app/finalizing/read-revision.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { readVersions } from '#app/moving/read-versions.server.ts'
import { reviewOf } from '#app/review-words.ts'
import { nextStepOf } from '#app/next-step.ts'
import { homeOf } from '#app/own-side.ts'
import { stageWords } from '#app/stage-words.ts'
import { readSituation, type Asking, type SituationRead } from '#app/situation.server.ts'
import { listContributors, type Assessment } from '#db/queries/assessments.server.ts'
import { copiesSignedByBoth } from '#db/queries/frozen-copies.server.ts'
import type { DomainRowData } from './domain-row.tsx'

/** What the overview of an assessment shows. */
export async function loadOverview(
  context: RequestContext,
  assessment: Assessment,
  version: CatalogVersion,
  asking: Asking,
) {
  const { actor, side } = asking
  const [read, contributors, revision, partner, signed, versions] = await Promise.all([
    readSituation(context, assessment, version, asking),
    listContributors(context.database, assessment.id, side),
    readRevision(context, assessment),
    loadPartner(context, assessment, { actor, side }),
    side === 'partner' && assessment.alone ? copiesSignedByBoth(context.database, assessment.id) : [],
    readVersions(context, assessment, asking),
  ])
  const { id, agencyName, stage, asOf } = assessment
  const { slug, questionnaire } = version
  const { answered, applicable } = totalProgress(read.progress)
  const may = {
    assign: can(actor, 'assessment.assign', assessment),
    import: stage === 'answering' && can(actor, 'assessment.answer', assessment),
    reopen: can(actor, 'assessment.reopen', assessment),
    review: stage !== 'final',
    results: can(actor, 'results.read', assessment),
    differences: stage !== 'answering' && can(actor, 'differences.read', assessment),
  }
  return {
    home: homeOf(assessment, side),
    assessment: { id, agencyName, stage, asOf: formatDate(asOf), review: reviewOf(assessment) },
    questionnaire: { slug, version: version.version, title: questionnaire.title },
    standing: stageWords(stage, reviewOf(assessment).coReviewed),
    coReview: read.situation.coReview,
    next: nextStepOf(read.situation),
    carry: read.situation.carry,
    versions,
    total: { answered, applicable },
    yours: read.situation.domains
      .filter(({ mine }) => mine.length > 0)
      .map(({ id: domainId, title, mine }) => ({ domainId, title, count: mine.length, first: mine[0] })),
    rows: questionnaire.domains.map((domain, at) =>
      domainRow(domain, read.progress[at], read, assessment.timeZone),
    ),
    contributors: contributors.map(({ name }) => name),
    revision: may.results ? revision : null,
    /** By their numbers: what a partner signed before the assessment went on without it. */
    signedCopies: may.results ? [] : signed.map(({ number }) => number),
    partner,
    may,
  }
}

function domainRow(
  domain: Domain,
  progress: DomainProgress | undefined,
  { assignments, stored, responses }: SituationRead,
  timeZone: string,
): DomainRowData {
  const names = new Map(assignments.map(({ target, personName }) => [target, personName]))
  const byId = new Map(domain.items.map((item) => [item.id, item]))
  const single = domain.items.flatMap(({ id }) => names.get(id) ?? [])
  return {
    id: domain.id,
    title: domain.title,
    answered: progress?.answered ?? 0,
    applicable: progress?.applicable ?? 0,
    missing: (progress?.unanswered ?? []).map((id) => ({
      id,
      question: byId.get(id)?.question ?? id,
      required: byId.get(id)?.required ?? false,
      dontKnow: responses[id]?.dontKnow === true,
      assignedTo: names.get(id) ?? null,
    })),
    last: lastAnswer(domain, stored, timeZone),
    assignedTo: names.get(domain.id) ?? null,
    itemsAssignedTo: [...new Set(single)],
  }
}

function lastAnswer({ items }: Domain, stored: SituationRead['stored'], timeZone: string) {
  // What was only carried here, nobody has answered yet.
  const saves = items.flatMap(({ id }) => stored.get(id) ?? []).filter(({ response }) => !response.carried)
  const last = saves.reduce<(typeof saves)[number] | null>(
    (latest, save) => (latest === null || save.updatedAt > latest.updatedAt ? save : latest),
    null,
  )
  return last && { name: last.updatedByName, when: formatMoment(last.updatedAt, timeZone) }
}
