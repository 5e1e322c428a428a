import { can, type Actor, type Side } from '#assessments/access.ts'
import { isSignedByBoth, readFrozen } from '#assessments/frozen-copy.ts'
import { findOpenAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy, readFrozenCopy, type FrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import { notFound, type RequestContext } from '../context.server.ts'
import { readRevision } from '../finalizing/read-revision.server.ts'
import { formatDate, formatMoment } from '../format.ts'
import { wayUp } from '../way-up.ts'
import { readRoundBefore, roundOf, type ReadRound } from './read-rounds.server.ts'
import type { ResultsHeadProps } from './results-head.tsx'
import { resultsView } from './results-view.ts'
import { roundLabels } from './round-labels.ts'

/** Whose results are asked for, by whom. */
export interface Asked {
  context: RequestContext
  assessment: Assessment
  actor: NonNullable<Actor>
  /** The side that they see it from. */
  side: Side
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
  const left = isLeft(asked)
  if (left && !isSignedByBoth(readFrozen(copy.document))) throw notFound()
  const isLatest = left || copy.number === latest.number
  const latestTo = isLatest ? null : `/assessments/${assessment.id}/results`
  return loadResults(asked, copy, latestTo)
}

/** Whether it is asked for by the partner without which the assessment went on: what came after isn't its to see. */
const isLeft = ({ assessment, side }: Asked) => side === 'partner' && assessment.alone

async function loadResults(asked: Asked, copy: FrozenCopy, latestTo: string | null) {
  const { context, assessment, actor, side } = asked
  const { agencyId, slug } = assessment
  const [before, open, revision] = await Promise.all([
    readRoundBefore(context, assessment, actor),
    findOpenAssessment(context.database, agencyId, slug),
    isLeft(asked) ? null : readRevision(context, assessment),
  ])
  const round = roundOf(context, assessment, copy)
  const signatures = await readSignatures(context, assessment, round)
  const mayStart = !open && can(actor, 'assessment.start', { organizationId: agencyId })
  return {
    head: {
      ...headOf(assessment, round, copy),
      above: wayUp(assessment, side),
      progressTo: side === 'agency' ? `/organizations/${agencyId}/progress?questionnaire=${slug}` : null,
      compareTo:
        side === 'agency' && before ? `/organizations/${agencyId}/compare?to=${assessment.id}` : null,
      review: { ...reviewIn(assessment, round), signatures },
      copy: { number: copy.number, latestTo },
      revision,
      startTo: mayStart ? `/organizations/${agencyId}/assessments/new` : null,
    } satisfies ResultsHeadProps,
    view: resultsView(round, before, context.catalog.lineage(slug)),
  }
}

function headOf({ id, timeZone }: Assessment, { date, questionnaire }: ReadRound, copy: FrozenCopy) {
  const { title, version } = questionnaire
  return {
    assessmentId: id,
    title: `Results, ${roundLabels([date]).join('')}`,
    questionnaire: `${title}, version ${version}`,
    asOf: formatDate(date),
    finalizedAt: formatMoment(copy.finalizedAt, timeZone),
    printTo: `/assessments/${id}/print`,
  }
}

function reviewIn({ agencyName, partnerName }: Assessment, { coReviewed, alone }: ReadRound) {
  return { agency: agencyName, partner: coReviewed ? partnerName : null, alone }
}

/** Who signed for which side, and when; nobody where one side made it final by itself. */
async function readSignatures(
  { database }: RequestContext,
  { timeZone }: Assessment,
  { coReviewed, signatures }: ReadRound,
) {
  if (!coReviewed) return []
  return Promise.all(
    signatures.map(async ({ side, person, at }) => ({
      side,
      name: (await findPerson(database, person))?.name ?? 'Somebody',
      at: formatMoment(new Date(at), timeZone),
    })),
  )
}
