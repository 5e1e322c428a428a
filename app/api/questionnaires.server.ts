import { questionnaireName } from '#assessments/questionnaire.ts'
import type { RequestContext } from '../context.server.ts'
import { findVersion } from '../questionnaires/find-version.server.ts'
import { versionState, withdrawnVersions } from '../questionnaires/offered.server.ts'
import { json, text } from './json.server.ts'
import { noQuery } from './queries.ts'
import { readQuery } from './read-query.server.ts'
import type { ListedQuestionnaire } from './schemas.ts'

interface Asking {
  context: RequestContext
  request: Request
}

/** Every version that the program knows, the newest of each questionnaire first. */
export async function questionnairesAnswer({ context, request }: Asking): Promise<Response> {
  readQuery(request, noQuery)
  const withdrawn = await withdrawnVersions(context)
  const data = context.catalog.versions.map((known): ListedQuestionnaire => {
    const { slug, version, sha256, questionnaire } = known
    return {
      ...{ slug, version, name: questionnaireName(known), title: questionnaire.title, sha256 },
      draft: questionnaire.draft,
      offered: versionState(known, withdrawn) === null,
    }
  })
  return json({ data })
}

/** One version: exactly the text that its SHA-256 is of, which is its ETag too. */
export function questionnaireAnswer(
  { context, request }: Asking,
  params: Readonly<Record<string, string | undefined>>,
): Response {
  const { json: canonical, sha256 } = findVersion(context, params)
  readQuery(request, noQuery)
  // It is public, and may be kept by whoever asks each time whether it still stands.
  const headers = { ETag: `"${sha256}"`, 'Cache-Control': 'public, no-cache' }
  if (isKnown(request, sha256)) return new Response(null, { status: 304, headers })
  return text(canonical, headers)
}

function isKnown(request: Request, sha256: string): boolean {
  const tags = request.headers.get('if-none-match')?.split(',') ?? []
  return tags.some((tag) => ['*', `"${sha256}"`, `W/"${sha256}"`].includes(tag.trim()))
}
