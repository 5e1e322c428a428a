import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { QuestionnaireList } from './questionnaire-list.tsx'
import { listQuestionnaires } from './list-questionnaires.server.ts'

export const meta: MetaFunction = () => [{ title: 'Questionnaires – PMHC self-assessment' }]

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await allow(args, 'public.read', null)
  return { questionnaires: await listQuestionnaires(args.context, actor) }
}

export default function Questionnaires() {
  const { questionnaires } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title="Questionnaires">
        <p className="usa-intro">Read every item and every level before you start.</p>
      </PageHeading>
      <QuestionnaireList questionnaires={questionnaires} />
    </>
  )
}
