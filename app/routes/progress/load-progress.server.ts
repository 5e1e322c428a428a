import { z } from 'zod'
import { slug as slugSchema } from '#assessments/identifiers.ts'
import { addMonths } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, listed } from '#app/format.ts'
import { progressView } from '#app/results/progress-view.ts'
import { readRounds, type ReadRound } from '#app/results/read-rounds.server.ts'
import { roundLabels } from '#app/results/round-labels.ts'
import type { Scores } from '#app/results/trend-view.ts'
import { listAssessments } from '#db/queries/assessments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

const search = z.object({
  questionnaire: slugSchema.optional().catch(undefined),
  /** `raw` for each round's own score instead of the lines like for like. */
  scores: z.enum(['like-for-like', 'raw']).catch('like-for-like'),
})

/** What the progress page shows: of the questionnaire that the address names, or of the latest one. */
export async function loadProgress(context: RequestContext, organization: Organization, url: URL) {
  const { questionnaire: asked, scores } = search.parse(Object.fromEntries(url.searchParams))
  const assessments = await listAssessments(context.database, organization.id)
  const slugs = [...new Set(assessments.filter(({ latest }) => latest).map(({ slug }) => slug))]
  const slug = slugs.find((known) => known === asked) ?? slugs[0]
  const rounds = slug === undefined ? [] : await readRounds(context, organization.id, slug)
  const last = rounds.at(-1)
  const open = assessments.find(({ stage }) => stage !== 'final')
  return {
    agency: { name: organization.name, to: `/organizations/${organization.id}` },
    others: slugs
      .filter((other) => other !== slug)
      .map((other) => ({ slug: other, title: titleOf(context, other) })),
    openTo: open ? `/assessments/${open.id}` : null,
    progress:
      slug === undefined || !last ? null : progressOf(context, organization, { slug, rounds, last, scores }),
  }
}

function progressOf(
  { catalog }: RequestContext,
  { reassessMonths }: Organization,
  {
    slug,
    rounds,
    last,
    scores,
  }: { slug: string; rounds: readonly ReadRound[]; last: ReadRound; scores: Scores },
) {
  return {
    slug,
    title: last.questionnaire.title,
    due: formatDate(addMonths(last.date, reassessMonths)),
    reviewed: reviewedSentence(rounds),
    revising: roundLabelsOf(rounds.filter(({ beingRevised }) => beingRevised)),
    view: progressView(rounds, catalog.lineage(slug), scores),
  }
}

function titleOf({ catalog }: RequestContext, slug: string): string {
  return catalog.versions.find((version) => version.slug === slug)?.questionnaire.title ?? slug
}

const roundLabelsOf = (rounds: readonly ReadRound[]) => roundLabels(rounds.map(({ date }) => date))

/** Whether a partner took part: said of every round that it is not true of. */
function reviewedSentence(rounds: readonly ReadRound[]): string {
  const alone = rounds.filter(({ coReviewed }) => !coReviewed)
  if (alone.length === 0) return 'Co-reviewed with a partner in every round.'
  if (alone.length === rounds.length) return 'Not co-reviewed: the agency rated itself, without a partner.'
  return `Not co-reviewed in ${listed(roundLabelsOf(alone))}.`
}
