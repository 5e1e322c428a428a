import { can } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { awaitingConfirmation } from '#assessments/confirming.ts'
import { exactScores } from '#assessments/exact-scoring.ts'
import { passingLevel } from '#assessments/item.ts'
import { totalProgress, type DomainProgress } from '#assessments/progress.ts'
import type { Domain } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import type { RequestContext } from '#app/context.server.ts'
import { readRevision } from '#app/finalizing/read-revision.server.ts'
import { formatDate } from '#app/format.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { domainViews, type DomainScoreView } from '#app/results/score-view.ts'
import { readSituation, type Asking } from '#app/situation.server.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'

/** What a coordinator looks through before submitting. */
export async function loadReview(
  context: RequestContext,
  assessment: Assessment,
  version: CatalogVersion,
  asking: Asking,
) {
  const { questionnaire } = version
  const { actor, side } = asking
  const [{ stored, responses, progress, situation }, revision] = await Promise.all([
    readSituation(context, assessment, version, asking),
    readRevision(context, assessment),
  ])
  const seeResults = can(actor, 'results.read', assessment)
  const scores = exactScores(questionnaire, responses)
  // Bands are of all that is scored, of which a partner isn't asked everything.
  const views = side === 'agency' ? domainViews({ questionnaire, responses, scores }) : []
  const shown = shownItems(questionnaire, responses)
  const given = Object.fromEntries([...stored].map(([itemId, { response }]) => [itemId, response]))
  // What is locked can't be confirmed any more.
  const waiting = lockOfSide(assessment, side) ? [] : awaitingConfirmation(questionnaire, given, side)
  const { answered, applicable, requiredMissing } = totalProgress(progress)
  const { id, stage, asOf, sides } = assessment
  return {
    assessment: { id, stage, asOf: formatDate(asOf), title: questionnaire.title },
    above: wayUp(assessment, side),
    home: homeOf(assessment, side),
    coReview: situation.coReview,
    /** What was read; submitting is refused if it has moved since. */
    seen: sides[side]?.revision ?? 0,
    total: { answered, applicable, requiredMissing: requiredMissing.length },
    /** How many carried answers wait to be confirmed. */
    toConfirm: waiting.length,
    domains: questionnaire.domains.map((domain, at) =>
      reviewDomain(domain, { responses, shown, waiting: new Set(waiting) }, progress[at], views[at]),
    ),
    revision: seeResults ? revision : null,
    may: {
      answer: can(actor, 'assessment.answer', assessment),
      submit: can(actor, 'assessment.submit', assessment),
      seeResults,
    },
  }
}

export type ReviewData = Awaited<ReturnType<typeof loadReview>>

interface Looked {
  responses: Responses
  shown: ReadonlySet<string>
  /** Ids of items whose carried answer waits to be confirmed. */
  waiting: ReadonlySet<string>
}

/** One domain of the review: what is left open, and what that does to its band. */
function reviewDomain(
  domain: Domain,
  { responses, shown, waiting }: Looked,
  progress: DomainProgress | undefined,
  view: DomainScoreView | undefined,
) {
  const unanswered = new Set(progress?.unanswered)
  const required = new Set(progress?.requiredMissing)
  const items = domain.items.filter(({ id }) => shown.has(id))
  return {
    id: domain.id,
    title: domain.title,
    answered: progress?.answered ?? 0,
    applicable: progress?.applicable ?? 0,
    unanswered: items
      .filter(({ id }) => unanswered.has(id) && !waiting.has(id))
      .map((item) => ({
        id: item.id,
        question: item.question,
        required: required.has(item.id),
        mustHave: item.kind === 'level' && passingLevel(item) !== null,
        dontKnow: responses[item.id]?.dontKnow === true,
      })),
    notReconfirmed: domain.items
      .filter(({ id }) => waiting.has(id))
      .map(({ id, question }) => ({ id, question, required: required.has(id) })),
    notApplicable: items.flatMap(({ id, question }) => {
      const reason = responses[id]?.notApplicable
      return reason === undefined ? [] : [{ id, question, reason }]
    }),
    withheld: (view?.withheld ?? []).map(({ text, items: named }) => ({
      text: named.length > 0 ? text.replace(/:$/, '.') : text,
    })),
  }
}
