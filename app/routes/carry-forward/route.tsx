import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { CarryForward } from './carry-forward.tsx'
import { carryChosen } from './carry-chosen.server.ts'
import { loadCarryForward } from './load-carry-forward.server.ts'

export const meta: MetaFunction = () => [{ title: 'Carry answers forward – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, version, side } = await findAllowedAssessment(args, 'assessment.answer')
  return loadCarryForward(args.context, assessment, version, side)
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, person, side } = await findAllowedAssessment(args, 'assessment.answer')
  const form = await readForm(args.request)
  const answer = await carryChosen(args.context, { assessment, side, by: person.id }, form)
  if (answer.status === 'carried') throw goTo(answer.next)
  return data({ fault: answer.fault, chosen: answer.chosen }, { status: answer.http })
}

export default function CarryForwardScreen() {
  const answer = useActionData<typeof action>()
  return (
    <CarryForward
      page={useLoaderData<typeof loader>()}
      fault={answer?.fault ?? null}
      chosen={answer?.chosen ?? null}
    />
  )
}
