import type { Side } from '#assessments/access.ts'
import { exactScores } from '#assessments/exact-scoring.ts'
import { openItems } from '#assessments/reconciliation.ts'
import { formatMoment, formatScore } from '#app/format.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import type { Reading } from './item-view.ts'

/** What is signed, by whom it is signed already, and whether it can be now. */
export type SigningView = ReturnType<typeof signingView>

/** Makes the panel at which coordinators sign. */
export function signingView(
  { read, questionnaire, side, timeZone }: Reading,
  { agencyName, partnerName }: Assessment,
  signer: { name: string; maySign: boolean },
) {
  const { state, sides, scorecardSha256, names } = read
  const scored = [sides.agency, sides.partner, state.agreed].map((one) => exactScores(questionnaire, one))
  const signatureOf = (whose: Side) => {
    const signature = state.signatures[whose]
    if (!signature) return null
    const by = names.get(signature.person) ?? 'Somebody'
    return { by, at: formatMoment(new Date(signature.at), timeZone) }
  }
  const organizations = { agency: agencyName, partner: partnerName ?? '' }
  return {
    ready: openItems(state).length === 0,
    sha256: scorecardSha256,
    organizations,
    signatures: { agency: signatureOf('agency'), partner: signatureOf('partner') },
    signer: { ...signer, organization: organizations[side] },
    overall: scored.map(({ overall }) => formatScore({ ...overall, displayed: overall.displayScore })),
    domains: questionnaire.domains.map(({ id, title }, at) => ({
      id,
      title,
      scores: scored.map(({ domains }) => {
        const score = domains[at]
        return score ? formatScore({ ...score, displayed: score.displayScore }) : ''
      }),
    })),
  }
}
