import { parseWithZod } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import { carryAnswers } from '#app/carrying/carry-answers.server.ts'
import { tellPartner } from '#app/choosing-partner/tell-partner.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { findAssessment, startAssessment } from '#db/queries/assessments.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { loadNew } from './load-new.server.ts'
import { nobodyElse, newAssessmentSchema } from './new-assessment-schema.ts'

/** Where to go on, or the form with what is wrong with it. */
export type StartAnswer =
  { status: 'started'; next: string } | { status: 'refused'; http: 400 | 409; result: SubmissionResult }

/** Starts an assessment as the form says. */
export async function start(
  context: RequestContext,
  agency: Organization,
  person: { id: string; name: string },
  form: FormData,
): Promise<StartAnswer> {
  const allowed = await loadNew(context, agency)
  const submission = parseWithZod(form, { schema: newAssessmentSchema(allowed) })
  if (submission.status !== 'success') return { status: 'refused', http: 400, result: submission.reply() }
  const { questionnaire, asOf, contributor, partner, carry } = submission.value
  const [slug = '', version = ''] = questionnaire.split('@')
  const known = context.catalog.find(slug, version)
  if (!known) throw new Error(`${questionnaire} was offered and is not in the catalog`)
  const outcome = await startAssessment(
    context.database,
    {
      agencyId: agency.id,
      slug,
      version,
      asOf,
      startedBy: person.id,
      contributors: contributor,
      partnershipId: partner === nobodyElse ? null : partner,
    },
    known,
    context.now(),
  )
  if (outcome.status === 'started') {
    const chosen = allowed.partners.find(({ partnershipId }) => partnershipId === partner)
    const names = { agencyName: agency.name, personName: person.name }
    if (chosen) {
      await tellPartner(context, { partnerId: chosen.id, assessmentId: outcome.id, asOf, ...names })
    }
    if (carry === 'all') await carryAll(context, outcome.id, person.id)
    const path = `/assessments/${outcome.id}`
    return { status: 'started', next: carry === 'choose' ? `${path}/carry-forward` : path }
  }
  const formErrors = [reasons[outcome.status]]
  return { status: 'refused', http: 409, result: submission.reply({ formErrors }) }
}

/** The assessment is started: where carrying fails nothing is lost, and its overview offers it again. */
async function carryAll(context: RequestContext, assessmentId: string, by: string): Promise<void> {
  try {
    const assessment = await findAssessment(context.database, assessmentId)
    if (assessment) await carryAnswers(context, { assessment, side: 'agency', domains: null, by })
  } catch (error) {
    context.log.warn({ err: error, assessmentId }, 'the last answers were not carried forward')
  }
}

const reasons = {
  'one-is-open': 'An assessment with this questionnaire is open already. Finish it before you start another.',
  'version-withdrawn':
    'This version of the questionnaire was withdrawn. Load the page again to see what is on offer.',
  'no-partnership': 'That partnership has ended. Choose another partner, or nobody.',
}
