import type { ActionFunctionArgs } from '@remix-run/node'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { canonicalJson } from '#assessments/canonical.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { actionOfStep } from '#app/reconciling/action-of-step.ts'
import { applyStep } from '#app/reconciling/apply-step.server.ts'
import { readStep } from '#app/reconciling/read-step.server.ts'
import { stepInForm } from '#app/reconciling/step-fields.ts'
import type { StepReply } from '#app/reconciling/step-reply.ts'

/** What a form without JavaScript could not do: why, and what was in its fields. */
export interface FormProblem {
  reply: Exclude<StepReply, { final: boolean }>
  fields: Record<string, string>
}

export type FormTaken =
  | { status: 'taken'; final: boolean; item: string | null; assessmentId: string }
  | { status: 'problem'; problem: FormProblem }

/** Where the page of a step that was taken leads: to its item again, or once final to the results. */
export function pathAfter(
  { final, item, assessmentId }: Extract<FormTaken, { status: 'taken' }>,
  { pathname, searchParams }: URL,
): string {
  if (final) return `/assessments/${assessmentId}/results`
  const search = new URLSearchParams(searchParams)
  if (item) search.set('item', item)
  const named = search.toString()
  return `${pathname}${named && `?${named}`}#${item ?? 'sign'}`
}

/** Takes the step that a form without JavaScript asks for. */
export async function takeForm(args: ActionFunctionArgs): Promise<FormTaken> {
  const form = await readForm(args.request)
  const body = stepInForm(form)
  const { assessment, version, person, side } = await findAllowedAssessment(args, actionOfStep(body))
  const reading = readStep({ ...body, stepId: ownId(body) }, side)
  const target = { assessment, version, side, personId: person.id }
  const reply: StepReply =
    reading.status === 'invalid' ? reading : await applyStep(args.context, target, reading.incoming)
  if ('final' in reply) {
    const item = form.get('item')
    return {
      status: 'taken',
      final: reply.final,
      assessmentId: assessment.id,
      item: typeof item === 'string' && item !== '' ? item : null,
    }
  }
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return { status: 'problem', problem: { reply, fields: Object.fromEntries(texts) } }
}

/** One id for each thing that is sent from a page: sent again it is the same step, with other words another one. */
const ownId = (body: ReturnType<typeof stepInForm>) => sha256(canonicalJson(JSON.parse(JSON.stringify(body))))
