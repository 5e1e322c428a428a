import { findWorkingToken, rememberUse, type ApiToken } from '#db/queries/api-tokens.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { hashOf } from '../accounts/link-secret.server.ts'
import type { RequestContext } from '../context.server.ts'
import { looksLikeToken } from './token-text.server.ts'

type Bearer =
  | { status: 'works'; token: ApiToken; organization: Organization }
  /** `sent`: whether there was a token at all. */
  | { status: 'refused'; sent: boolean }

/** Whose token a request carries, in its Authorization header and nowhere else. */
export async function bearerOf({ database, now }: RequestContext, request: Request): Promise<Bearer> {
  const header = request.headers.get('authorization')
  if (header === null) return { status: 'refused', sent: false }
  const text = /^bearer +(\S+)$/i.exec(header)?.[1] ?? ''
  if (!looksLikeToken(text)) return { status: 'refused', sent: true }
  const at = now()
  const found = await findWorkingToken(database, hashOf(text), at)
  if (!found) return { status: 'refused', sent: true }
  await rememberUse(database, found.token, at)
  return { status: 'works', ...found }
}
