import { can, type Actor, type Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { responseLimits } from '#assessments/responses.ts'
import { coReviewOf } from '#app/co-review.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { readRevision } from '#app/finalizing/read-revision.server.ts'
import { formatDate } from '#app/format.ts'
import { agreedRevision } from '#app/reconciling/publish-agreed.server.ts'
import { agreementView } from '#app/results/agreement-view.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import { redactableFields } from '#db/step-redaction.ts'
import { itemView, type Reading } from './item-view.ts'
import { listView } from './list-view.ts'
import { readFilters } from './read-filters.server.ts'
import { signingView } from './signing-view.ts'

interface Found {
  assessment: Assessment
  version: CatalogVersion
  person: { id: string; name: string }
  actor: NonNullable<Actor>
  side: Side
}

/** The differences of an assessment for somebody on one side; nothing of them while there are none to see. */
export async function loadDifferences(context: RequestContext, found: Found, url: URL) {
  const { assessment, version, side, actor } = found
  const { id, agencyName, partnerName, stage, asOf } = assessment
  const coReview = coReviewOf(assessment, { side, actor, now: context.now() })
  const head = {
    assessment: { id, agencyName, partnerName, stage, asOf: formatDate(asOf) },
    above: wayUp(assessment, side),
    title: version.questionnaire.title,
    side,
    coReview,
  }
  const shown = coReview && !coReview.alone && stage !== 'answering'
  const talk = shown ? await loadTalk(context, found, url) : null
  /** Grows with each step of either side and of the stage, from when both have submitted on. */
  const moved = talk ? assessment.revision + talk.revisionOfSteps : await agreedRevision(context, id)
  return { ...head, moved, talk }
}

export type DifferencesPage = Awaited<ReturnType<typeof loadDifferences>>
export type Talk = NonNullable<DifferencesPage['talk']>

async function loadTalk(context: RequestContext, found: Found, url: URL) {
  const { assessment, version, person, side, actor } = found
  const { questionnaire } = version
  const [read, revision] = await Promise.all([
    readReconciliation(context.database, assessment.id, questionnaire),
    readRevision(context, assessment),
  ])
  const { timeZone, stage, partnership } = assessment
  const mayRedact = can(actor, 'text.redact', assessment)
  const reading: Reading = { read, questionnaire, side, personId: person.id, timeZone, mayRedact }
  const filters = readFilters(url.searchParams, questionnaire.domains)
  const { all, rows, counts } = listView(read, questionnaire, side, filters)
  const asked = url.searchParams.get('item')
  const chosen = all.find((row) => row.id === asked)
  const selected = chosen ?? rows[0]
  const item = selected && read.state.items.get(selected.id)
  const open = stage === 'reconciling' && partnership === 'active'
  return {
    revision,
    filters,
    domains: questionnaire.domains.map(({ id, title }) => ({ id, title })),
    limits: { reason: responseLimits.reason, note: responseLimits.note },
    levels: questionnaire.levels.map(({ value, label }) => ({ value, label })),
    counts,
    rows,
    total: all.length,
    item: item ? itemView(item, reading) : null,
    /** Whether the URL names the item; else it is the first of the list. */
    chosen: chosen !== undefined,
    around: aroundOf(all, rows, selected?.id),
    agreement: agreementView(questionnaire, read.sides),
    signing: signingView(reading, assessment, {
      name: person.name,
      maySign: open && can(actor, 'assessment.sign', assessment),
    }),
    reopening: reopeningToRedact(reading),
    revisionOfSteps: read.state.revision,
    maySettle: open && can(actor, 'differences.settle', assessment),
    personId: person.id,
    /** For forms that are sent without JavaScript, so that one sent twice is taken once. */
    stepId: crypto.randomUUID(),
  }
}

/** The revision of the latest reopening, if this person may take its reason out; null otherwise. */
function reopeningToRedact({ read, side, mayRedact }: Reading): number | null {
  const step = read.steps.findLast(({ kind }) => kind === 'reopened')
  return mayRedact && step?.side === side && redactableFields(step).length > 0 ? step.revision : null
}

/** The items before and after one, among those that the list shows. */
function aroundOf(
  all: readonly { id: string }[],
  rows: readonly { id: string }[],
  selected: string | undefined,
) {
  const place = new Map(all.map(({ id }, at) => [id, at]))
  const at = place.get(selected ?? '') ?? -1
  const placeOf = ({ id }: { id: string }) => place.get(id) ?? -1
  return {
    previous: rows.findLast((row) => placeOf(row) < at)?.id ?? null,
    next: rows.find((row) => placeOf(row) > at)?.id ?? null,
  }
}
