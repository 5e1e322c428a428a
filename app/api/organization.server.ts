import type { RequestContext } from '../context.server.ts'
import { allowCaller, type Caller } from './answer.server.ts'
import { json } from './json.server.ts'
import { noQuery } from './queries.ts'
import { readQuery } from './read-query.server.ts'
import type { ApiOrganization } from './schemas.ts'

/** The organization whose token asks, and until when the token works. */
export function organizationAnswer(
  { request }: { context: RequestContext; request: Request },
  caller: Caller,
): Promise<Response> {
  const { organization, token } = caller
  allowCaller(caller, 'organization.read', { organizationId: organization.id })
  readQuery(request, noQuery)
  const { id, kind, name, state, county, timeZone, agencyType, sizeBand, ori } = organization
  const answer: ApiOrganization = {
    ...{ id, kind, name, state, county, timeZone, type: agencyType, sizeBand, ori },
    token: { name: token.name, expiresAt: token.expiresAt.toISOString() },
  }
  return Promise.resolve(json(answer))
}
