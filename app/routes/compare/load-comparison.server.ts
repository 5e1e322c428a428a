import { data } from '@remix-run/node'
import { z } from 'zod'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { compareView } from '#app/results/compare-view.ts'
import { roundOf } from '#app/results/read-rounds.server.ts'
import { roundLabels } from '#app/results/round-labels.ts'
import { reviewOf, reviewWords } from '#app/review-words.ts'
import { listAssessments, type ListedAssessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { chooseRounds, type Choice } from './rounds-to-compare.ts'

const id = z
  .string()
  .max(100)
  .optional()
  .transform((text) => (text === '' ? undefined : text))
const search = z.object({ from: id, to: id })

/** The two rounds that an address names, compared; or why they can't be. */
export async function loadComparison(context: RequestContext, agency: Organization, url: URL) {
  const asked = search.safeParse(Object.fromEntries(url.searchParams))
  const assessments = await listAssessments(context.database, agency.id)
  const rounds = assessments.filter(({ latest }) => latest)
  const choice: Choice = asked.success ? chooseRounds(rounds, asked.data) : { status: 'unknown' }
  if (choice.status === 'unknown') throw notFound()
  const page = {
    agency: { name: agency.name, to: `/organizations/${agency.id}` },
    questionnaires: optionsOf(context, rounds),
    chosen: chosenIn(choice),
    status: choice.status,
    view: choice.status === 'two' ? await compared(context, choice) : null,
  }
  const impossible = choice.status === 'same' || choice.status === 'different-questionnaires'
  return data(page, { status: impossible ? 400 : 200 })
}

function chosenIn(choice: Exclude<Choice, { status: 'unknown' }>) {
  if (choice.status === 'too-few') return { from: '', to: '' }
  return choice.status === 'two'
    ? { from: choice.older.id, to: choice.newer.id }
    : { from: choice.from.id, to: choice.to.id }
}

async function compared(
  context: RequestContext,
  { older, newer }: { older: ListedAssessment; newer: ListedAssessment },
) {
  const [past, present] = await Promise.all([readRound(context, older), readRound(context, newer)])
  return compareView(past, present, context.catalog.lineage(newer.slug))
}

async function readRound(context: RequestContext, assessment: ListedAssessment) {
  const copy = await latestFrozenCopy(context.database, assessment.id)
  if (!copy) throw notFound()
  return roundOf(context, assessment, copy)
}

/** The rounds that can be chosen, by questionnaire, the latest first. */
function optionsOf({ catalog }: RequestContext, rounds: readonly ListedAssessment[]) {
  const slugs = [...new Set(rounds.map(({ slug }) => slug))]
  return slugs.map((slug) => {
    const own = rounds.filter((round) => round.slug === slug)
    const labels = roundLabels(own.map(({ asOf }) => asOf))
    return {
      slug,
      title: catalog.versions.find((known) => known.slug === slug)?.questionnaire.title ?? slug,
      rounds: own.map((round, index) => ({ id: round.id, label: `${labels[index] ?? ''}, ${facts(round)}` })),
    }
  })
}

function facts(round: ListedAssessment): string {
  const { coReviewed } = reviewOf(round, round.latest?.finalizedAt)
  return `version ${round.version}, ${reviewWords(coReviewed)}`
}
