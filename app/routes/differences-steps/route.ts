import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { actionOfStep } from '#app/reconciling/action-of-step.ts'
import { applyStep } from '#app/reconciling/apply-step.server.ts'
import { readStep } from '#app/reconciling/read-step.server.ts'
import { replyStatuses, type StepReply } from '#app/reconciling/step-reply.ts'
import { jsonBody } from './json-body.server.ts'

/** Steps are read on their page. */
export async function loader(args: LoaderFunctionArgs) {
  const { assessment } = await findAllowedAssessment(args, 'differences.read')
  return redirect(`/assessments/${assessment.id}/differences`)
}

/** Takes one step as JSON. Each outcome has a status of its own, so that a browser knows what to do about it. */
export async function action(args: ActionFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return answer({ status: 'signed-out' })
  const body = await jsonBody(args.request)
  const { assessment, version, side } = await findAllowedAssessment(args, actionOfStep(body))
  const reading = readStep(body, side)
  if (reading.status === 'invalid') return answer(reading)
  const { personId } = reading.incoming
  if (personId !== undefined && personId !== person.id) return answer({ status: 'signed-out' })
  const target = { assessment, version, side, personId: person.id }
  return answer(await applyStep(args.context, target, reading.incoming))
}

function answer(reply: StepReply): Response {
  return Response.json(reply, {
    status: replyStatuses[reply.status],
    headers: { 'Cache-Control': 'no-store' },
  })
}
