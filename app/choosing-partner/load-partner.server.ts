import { can, type Actor, type Side } from '#assessments/access.ts'
import { readCopySources } from '#app/copying/copy-sources.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { lockOfSide } from '#app/own-side.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { latestFrozenCopy } from '#db/queries/frozen-copies.server.ts'
import { activePartners } from '#db/queries/partnerships.server.ts'

/** Who rates an assessment too, and among whom whoever looks can choose. */
export async function loadPartner(
  context: RequestContext,
  assessment: Assessment,
  { actor, side }: { actor: Actor; side: Side },
) {
  const { database } = context
  const { id, agencyId, agencyName, partnerName, stage, alone } = assessment
  const undecided = stage === 'answering' && assessment.partnershipId === null && !alone
  const chooses = undecided && can(actor, 'assessment.choose-partner', assessment)
  const mayChoose = chooses && !(await latestFrozenCopy(database, id))
  const partners = mayChoose ? await activePartners(database, agencyId) : []
  const answers =
    side === 'partner' && !lockOfSide(assessment, side) && can(actor, 'assessment.answer', assessment)
  const sources = answers ? (await readCopySources(context, assessment, actor)).sources : []
  return {
    assessmentId: id,
    agencyId,
    agencyName,
    partnerName,
    side,
    alone,
    mayChoose,
    /** Whether the partner has answers elsewhere that it can copy. */
    mayCopy: sources.some(({ copyable }) => copyable.length > 0),
    partners: partners.map(({ partnershipId, name, ...place }) => ({
      value: partnershipId,
      label: `${name} (${placeOf(place)})`,
    })),
  }
}

export type PartnerData = Awaited<ReturnType<typeof loadPartner>>
