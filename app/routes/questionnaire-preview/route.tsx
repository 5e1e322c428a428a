import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allow } from '#app/context.server.ts'
import { findVersion } from '#app/questionnaires/find-version.server.ts'
import { loadPreview, type Preview } from './load-preview.server.ts'
import { PreviewScreen } from './preview-screen.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview of ${data?.page.domain.title ?? 'a domain'} – PMHC self-assessment` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { person } = await allow(args, 'installation.administer', null)
  const { questionnaire } = findVersion(args.context, args.params)
  return loadPreview(questionnaire, args.params['domainId'] ?? '', person.id)
}

/** What was sent arrives as it was; Remix's types only blur what is left out with what is undefined. */
export default function QuestionnairePreview() {
  const preview = useLoaderData<typeof loader>() as Preview
  return <PreviewScreen key={preview.path} {...preview} />
}
