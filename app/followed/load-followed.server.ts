import { shares } from '#assessments/sharing.ts'
import { agencyTypeWords, sizeBandWords } from '#app/accounts/organization-words.ts'
import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import { listAssessments, type ListedAssessment } from '#db/queries/assessments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import type { Shared } from '#db/queries/sharing.server.ts'
import { loadRound } from './load-round.server.ts'

/** What of an agency is looked at. */
interface Asked {
  agency: Organization
  /** What it shares with the program that looks, or would. */
  shared: Shared
  /** The id of a round, or null for the latest that is final. */
  round: string | null
}

/**
 * All that a program sees of an agency, as plain data: the program's page and the agency's own preview of it show
 * exactly this.
 */
export async function loadFollowed(context: RequestContext, { agency, shared, round: asked }: Asked) {
  const all = await listAssessments(context.database, agency.id)
  const withScores = shares(shared, 'scores')
  const final = all.filter(({ latest }) => latest !== null)
  const chosen = withScores ? (final.find(({ id }) => id === asked) ?? final[0]) : undefined
  return {
    step: shared.step,
    notes: shared.step === 'answers' && shared.notes,
    profile: profileOf(agency),
    rounds: all.map((assessment) => roundOf(context, assessment, agency.timeZone, withScores)),
    round: chosen ? await loadRound(context, chosen, shared) : null,
  }
}

export type Followed = Awaited<ReturnType<typeof loadFollowed>>

function profileOf({ name, state, county, agencyType, sizeBand, ori, reassessMonths }: Organization) {
  return {
    name,
    place: placeOf({ state, county }),
    type: agencyType && agencyTypeWords[agencyType],
    size: sizeBand && `${sizeBandWords[sizeBand]} full-time sworn officers`,
    ori,
    every: `every ${reassessMonths} months`,
  }
}

const stageWords = { answering: 'Being answered', reconciling: 'Being reconciled', final: 'Final' } as const

/** The stage and dates of an assessment; its overall score only where scores are shared. */
function roundOf(
  context: RequestContext,
  assessment: ListedAssessment,
  timeZone: string,
  withScores: boolean,
) {
  const { id, asOf, stage, startedAt, latest } = assessment
  const { questionnaire } = versionOf(context, assessment)
  const day = (moment: Date) => formatDate(dayOf(moment, timeZone))
  const bandOf = (band: string | null) =>
    questionnaire.scoring.bands.find((one) => one.id === band)?.label ?? null
  return {
    id,
    asOf: formatDate(asOf),
    questionnaire: `${questionnaire.title}, version ${questionnaire.version}`,
    stage: latest && stage !== 'final' ? 'Being revised' : stageWords[stage],
    started: day(startedAt),
    final: latest && day(latest.finalizedAt),
    overall:
      withScores && latest
        ? {
            displayed: latest.overall.displayed,
            answered: latest.overall.answered,
            applicable: latest.overall.applicable,
            band: bandOf(latest.overall.band),
          }
        : null,
  }
}
