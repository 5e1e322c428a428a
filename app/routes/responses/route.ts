import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Side } from '#assessments/access.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { applySave } from '#app/saving/apply-save.server.ts'
import { changesReply } from './changes-reply.server.ts'
import { readSave } from './read-save.server.ts'
import { answer } from './answer.server.ts'

/** What others saved since a revision; a page asks when it hears that there is something. */
export async function loader(args: LoaderFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return answer({ status: 'signed-out' })
  const { assessment, side } = await findAllowedAssessment(args, 'assessment.read')
  return changesReply(args, assessment, side, person.id)
}

/** Saves one response. Each outcome has a status of its own, so that a browser knows what to do about it. */
export async function action(args: ActionFunctionArgs) {
  const { person } = await args.context.visitor()
  if (!person) return answer({ status: 'signed-out' })
  const { assessment, version, side } = await findAllowedAssessment(args, 'assessment.answer')
  const reading = await readSave(args.request)
  if (reading.status === 'invalid') return answer(reading)
  const { personId, side: named, ...save } = reading.save
  if (personId !== undefined && personId !== person.id) return answer({ status: 'signed-out' })
  if (named !== side) return answer({ status: 'invalid', faults: [notYourSide(side)] })
  const target = { assessment, side, questionnaire: version.questionnaire, personId: person.id }
  return answer(await applySave(args.context, target, save))
}

function notYourSide(side: Side) {
  return { path: 'side', reason: `must be "${side}": you answer for the ${side} here` }
}
