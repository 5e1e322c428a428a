import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { actionOfStep } from '#app/reconciling/action-of-step.ts'
import { applyStep } from '#app/reconciling/apply-step.server.ts'
import { readStep } from '#app/reconciling/read-step.server.ts'
import { replyStatuses, type StepReply } from '#app/reconciling/step-reply.ts'
import { loadDifferences } from '#app/routes/differences/load-differences.server.ts'
import { jsonBody } from './json-body.server.ts'

/** The page of the differences as it is now, for a page that heard that something was done. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return answer({ status: 'signed-out' })
  const found = await findAllowedAssessment(args, 'differences.read')
  const page = await loadDifferences(args.context, found, new URL(args.request.url))
  return Response.json(page, { headers: { 'Cache-Control': 'no-store' } })
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
