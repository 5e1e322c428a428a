import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { tellPartner } from '#app/choosing-partner/tell-partner.server.ts'
import { recordId } from '#app/record-id.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { choosePartner } from '#db/queries/choose-partner.server.ts'

const faults = {
  'no-partnership': 'Choose one of your partners. That partnership is not there, or has ended.',
  'too-late': 'It is too late to choose a partner: one was chosen already, or it is no longer answered.',
}

/** Asks a partner to rate an assessment too, and tells its coordinators. */
export async function choose(
  context: RequestContext,
  assessment: Assessment,
  person: SignedInPerson,
  form: FormData,
) {
  const partnershipId = recordId.safeParse(form.get('partnership')).data
  if (!partnershipId) return data({ fault: 'Choose a partner.' }, { status: 400 })
  const { id: assessmentId, agencyId, agencyName, asOf } = assessment
  const choice = { assessmentId, agencyId, partnershipId, by: person.id, at: context.now() }
  const outcome = await choosePartner(context.database, choice)
  if (outcome !== 'chosen') {
    return data({ fault: faults[outcome] }, { status: outcome === 'too-late' ? 409 : 400 })
  }
  const chosen = await findAssessment(context.database, assessmentId)
  if (chosen?.partnerId) {
    const names = { agencyName, personName: person.name }
    await tellPartner(context, { partnerId: chosen.partnerId, assessmentId, asOf, ...names })
  }
  throw goTo(`/assessments/${assessmentId}`)
}
