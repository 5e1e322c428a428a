import { can, type Actor, type Side } from '#assessments/access.ts'
import { assigneeOf, type Assignees } from '#assessments/assignments.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { Item } from '#assessments/item.ts'
import { isAsked } from '#assessments/progress.ts'
import { itemsOf, type Domain, type Questionnaire } from '#assessments/questionnaire.ts'
import { responseLimits } from '#assessments/responses.ts'
import { comparisonsOf, dependenciesFirst, type Conditional } from '#assessments/shown-among.ts'
import { readCarriedWords } from '#app/carrying/carried-words.server.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { formatDate } from '#app/format.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { itemMarks } from '#app/questionnaires/item-marks.ts'
import { readable, type ReadableItem } from '#app/questionnaires/readable.server.ts'
import { toCurrent } from '#app/saving/current.server.ts'
import { rememberPlace } from '#app/saving/remember-place.server.ts'
import type { Current } from '#app/saving/saves.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { listAssignments, type Assignment } from '#db/queries/assignments.server.ts'
import { changedSince } from '#db/queries/responses.server.ts'

/** What the page of one domain shows and needs to save. */
export type DomainPage = Awaited<ReturnType<typeof loadDomain>>
export type PageItem = DomainPage['items'][number]

interface Found {
  assessment: Assessment
  version: CatalogVersion
  actor: NonNullable<Actor>
  side: Side
}

/** Makes the page of a domain for one person, and remembers that they are there. */
export async function loadDomain(
  context: RequestContext,
  { assessment, version, actor, side }: Found,
  id: string,
) {
  const { questionnaire } = version
  const place = questionnaire.domains.findIndex((domain) => domain.id === id)
  const domain = questionnaire.domains[place]
  if (!domain) throw notFound()
  const { personId } = actor
  const [changes, assignments] = await Promise.all([
    changedSince(context.database, assessment.id, side, 0),
    listAssignments(context.database, assessment.id, side),
    rememberPlace(context.database, {
      personId,
      assessmentId: assessment.id,
      domainId: id,
      itemId: null,
      at: context.now(),
    }),
  ])
  const conditions = conditionsOf(questionnaire, domain)
  const reader = { personId, timeZone: assessment.timeZone }
  const carried = await readCarriedWords(
    context,
    new Map(
      domain.items.flatMap(({ id: itemId }) => {
        const stored = changes?.changed.get(itemId)
        return stored ? [[itemId, { itemId, response: stored.response }] as const] : []
      }),
    ),
    { assessment, version, personId },
  )
  const { title, question, about } = readableDomain(questionnaire, domain)
  return {
    assessment: { id: assessment.id, agencyName: assessment.agencyName, asOf: formatDate(assessment.asOf) },
    home: homeOf(assessment, side),
    side,
    questionnaire: {
      title: questionnaire.title,
      version: questionnaire.version,
      whenInDoubt: questionnaire.whenInDoubt,
    },
    domain: { id, title, question, about },
    domains: questionnaire.domains.map(({ id, title, items }) => ({ id, title, itemIds: items.map(idOf) })),
    items: pageItems(questionnaire, domain, { assignments, personId, side }),
    levels: questionnaire.levels,
    limits: responseLimits,
    conditions,
    saved: savedOf(conditions, (itemId) => toCurrent(changes?.changed.get(itemId), reader)),
    /** Where carried answers come from, and what is shown beside a question, by item. */
    carried,
    revision: changes?.sideRevision ?? 0,
    personId,
    locked: lockOfSide(assessment, side),
    mayAnswer: can(actor, 'assessment.answer', assessment),
  }
}

const idOf = ({ id }: { id: string }) => id

/** A domain's words, ready to be read. */
export function readableDomain(questionnaire: Questionnaire, { id }: Domain) {
  const found = readable(questionnaire).domains.find((domain) => domain.id === id)
  if (!found) throw notFound()
  return found
}

/** A domain's items as they are asked of somebody on a side. */
export function pageItems(
  questionnaire: Questionnaire,
  domain: Domain,
  { assignments, personId, side }: { assignments: readonly Assignment[]; personId: string; side: Side },
) {
  const assignees: Assignees = Object.fromEntries(
    assignments.map(({ target, personId: assignee }) => [target, assignee]),
  )
  return readableDomain(questionnaire, domain).items.map((readableItem) => ({
    ...withoutTwice(readableItem),
    marks: itemMarks(readableItem.item, questionnaire.levels).filter((mark) => !understood.has(mark)),
    /** False for what only the agency answers, on the partner's page. */
    asked: isAsked(readableItem.item, side),
    mayLeaveOut: side === 'partner' && readableItem.item.answeredBy === 'partner-optional',
    mine: assigneeOf(assignees, domain.id, readableItem.item.id) === personId,
  }))
}

/** What the answers on offer say already. */
const understood = new Set([
  'May be not applicable',
  'A partner may leave it out',
  'Answered by the agency alone',
])

/** The guidance goes to the browser as it is shown, not also as it was written. */
function withoutTwice({ item, guidance, sources, resources }: ReadableItem) {
  const sent: Item = { ...item, guidance: undefined }
  return { item: sent, guidance, sources, resources }
}

/** The domain's items and those of other domains that decide whether they are shown, these first. */
export function conditionsOf(questionnaire: Questionnaire, domain: Domain): Conditional[] {
  const all = dependenciesFirst(itemsOf(questionnaire))
  const needed = new Set(domain.items.map(idOf))
  for (const { id, shownWhen } of all.toReversed()) {
    if (needed.has(id) && shownWhen) comparisonsOf(shownWhen).forEach(({ item }) => needed.add(item))
  }
  return all
    .filter(({ id }) => needed.has(id))
    .map(({ id, shownWhen }) => (shownWhen ? { id, shownWhen } : { id }))
}

function savedOf(conditions: readonly Conditional[], current: (itemId: string) => Current) {
  return Object.fromEntries(conditions.map(({ id }) => [id, current(id)]))
}
