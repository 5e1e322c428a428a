import { can, type Actor } from '#assessments/access.ts'
import { findOpenAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy, readFrozenCopy, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { notFound, type RequestContext } from '../context.server.ts'
import { readRevision } from '../finalizing/read-revision.server.ts'
import { formatDate, formatMoment } from '../format.ts'
import { readRoundBefore, roundOf, type ReadRound } from './read-rounds.server.ts'
import type { ResultsHeadProps } from './results-head.tsx'
import { resultsView } from './results-view.ts'
import { roundLabels } from './round-labels.ts'

/** Whose results are asked for, by whom. */
export interface Asked {
  context: RequestContext
  assessment: Assessment
  actor: NonNullable<Actor>
}

/** The results that count: those of the latest frozen copy. Null where there is none yet. */
export async function loadLatestResults(asked: Asked) {
  const { context, assessment } = asked
  const latest = await latestFrozenCopy(context.database, assessment.id)
  return latest ? loadResults(asked, latest, null) : null
}

/** The results of one frozen copy by its number, which may no longer be the one that counts. */
export async function loadResultsOfCopy(asked: Asked, number: number) {
  const { context, assessment } = asked
  const [copy, latest] = await Promise.all([
    readFrozenCopy(context.database, assessment.id, number),
    latestFrozenCopy(context.database, assessment.id),
  ])
  if (!copy || !latest) throw notFound()
  const latestTo = copy.number === latest.number ? null : `/assessments/${assessment.id}/results`
  return loadResults(asked, copy, latestTo)
}

async function loadResults(asked: Asked, copy: FrozenCopy, latestTo: string | null) {
  const { context, assessment, actor } = asked
  const { agencyId, slug } = assessment
  const [before, open, revision] = await Promise.all([
    readRoundBefore(context, assessment),
    findOpenAssessment(context.database, agencyId, slug),
    readRevision(context, assessment),
  ])
  const round = roundOf(context, assessment, copy)
  const mayStart = !open && can(actor, 'assessment.start', { organizationId: agencyId })
  return {
    head: {
      ...headOf(assessment, round, copy),
      copy: { number: copy.number, latestTo },
      revision,
      startTo: mayStart ? `/organizations/${agencyId}/assessments/new` : null,
    } satisfies ResultsHeadProps,
    view: resultsView(round, before, context.catalog.lineage(slug)),
  }
}

function headOf(
  { id, agencyId, agencyName, slug, timeZone }: Assessment,
  { date, questionnaire, coReviewed }: ReadRound,
  copy: FrozenCopy,
) {
  const { title, version } = questionnaire
  return {
    assessmentId: id,
    title: `Results, ${roundLabels([date]).join('')}`,
    above: [
      { label: agencyName, to: `/organizations/${agencyId}` },
      { label: title, to: `/assessments/${id}` },
    ],
    questionnaire: `${title}, version ${version}`,
    asOf: formatDate(date),
    finalizedAt: formatMoment(copy.finalizedAt, timeZone),
    coReviewed,
    progressTo: `/organizations/${agencyId}/progress?questionnaire=${slug}`,
    printTo: `/assessments/${id}/print`,
  }
}
