import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/accounts/form-answer.server.ts'
import { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { allow } from '#app/context.server.ts'
import { listAll } from './list-all.server.ts'
import { offer, withdraw } from './withdraw.server.ts'
import { VersionsTable } from './versions-table.tsx'

export const meta: MetaFunction = () => [
  { title: 'Questionnaires and their versions – PMHC self-assessment' },
]

export async function loader(args: LoaderFunctionArgs) {
  await allow(args, 'installation.administer', null)
  return { questionnaires: await listAll(args.context), notice: noticeOf(args.request) }
}

export async function action(args: ActionFunctionArgs) {
  const { person } = await allow(args, 'installation.administer', null)
  const form = await readForm(args.request)
  switch (form.get('intent')) {
    case 'withdraw':
      return withdraw(args.context, person, form)
    case 'offer-again':
      return offer(args.context, person, form)
    default:
      throw new Response('An intent was expected.', { status: 400 })
  }
}

export default function AdministrationQuestionnaires() {
  const { questionnaires, notice } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="administration">
      <PageHeading
        title="Questionnaires and their versions"
        above={[{ label: 'Administration', to: '/administration' }]}
      >
        <p>
          A version comes with the program, or from the folder that QUESTIONNAIRES_DIR names; a new one is
          there after a restart.
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && (
        <Alert tone="error" live>
          {answer.fault}
        </Alert>
      )}
      {questionnaires.length === 0 && <p>No questionnaire is installed here.</p>}
      {questionnaires.map(({ slug, title, versions }) => (
        <section key={slug} aria-labelledby={`${slug}-title`}>
          <h2 id={`${slug}-title`}>{title}</h2>
          <VersionsTable slug={slug} versions={versions} />
        </section>
      ))}
    </div>
  )
}
