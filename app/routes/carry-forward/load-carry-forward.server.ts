import type { Side } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { Fate } from '#assessments/carrying.ts'
import { domainOfItem, findItem } from '#assessments/questionnaire.ts'
import { readCarrying, type CarryingRead } from '#app/carrying/read-carrying.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMonth } from '#app/format.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { homeOf, lockOfSide } from '#app/own-side.ts'
import { wayUp } from '#app/way-up.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'

/** What a side can carry forward from its last assessment, domain by domain. */
export async function loadCarryForward(
  context: RequestContext,
  assessment: Assessment,
  version: CatalogVersion,
  side: Side,
) {
  const lock = lockOfSide(assessment, side)
  const current = await readResponses(context.database, assessment.id, side)
  const read = await readCarrying(context, assessment, side, current)
  return {
    above: wayUp(assessment, side),
    own: homeOf(assessment, side).name,
    side,
    assessment: { id: assessment.id, agencyName: assessment.agencyName },
    locked: lock && lockWords[lock],
    from: read && sourceOf(read, version),
    domains: read ? domainRows(context, read, version) : [],
    left: read ? leftItems(context, read) : [],
  }
}

export type CarryForwardPage = Awaited<ReturnType<typeof loadCarryForward>>

function sourceOf({ from }: CarryingRead, { version }: CatalogVersion) {
  return {
    id: from.id,
    asOf: formatDate(from.asOf),
    month: formatMonth(from.asOf),
    version: from.version,
    /** Null where both are of the same version. */
    newVersion: from.version === version ? null : version,
  }
}

/** One row for each domain that was answered before. */
function domainRows(context: RequestContext, read: CarryingRead, { questionnaire }: CatalogVersion) {
  const { from, items, staying, left } = read
  const earlier = versionOf(context, from).questionnaire
  const inDomain = (domainId: string, ids: readonly string[]) =>
    ids.filter((id) => domainOfItem(questionnaire, id)?.id === domainId).length
  return questionnaire.domains.flatMap(({ id, title }) => {
    const count = (fate: Fate) =>
      inDomain(
        id,
        items.filter((item) => item.fate === fate).map(({ itemId }) => itemId),
      )
    const row = {
      id,
      title,
      stands: count('stands'),
      anew: count('asked-anew'),
      notHeld: count('not-held'),
      staying: inDomain(id, staying),
      left: left.filter((itemId) => domainOfItem(earlier, itemId)?.id === id).length,
    }
    return row.stands + row.anew + row.notHeld + row.staying > 0 ? [row] : []
  })
}

/** What was answered and is asked no more; it stays readable where it was given. */
function leftItems(context: RequestContext, { from, left }: CarryingRead) {
  const { questionnaire } = versionOf(context, from)
  return left.map((id) => ({
    id,
    domain: domainOfItem(questionnaire, id)?.title ?? '',
    question: findItem(questionnaire, id)?.question ?? id,
  }))
}
