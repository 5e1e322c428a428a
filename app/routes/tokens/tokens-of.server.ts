import { dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { listTokens } from '#db/queries/api-tokens.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

/** The tokens of an organization, in words. */
export async function tokensOf({ database, environment, now }: RequestContext, organization: Organization) {
  const { id, name, kind, timeZone } = organization
  const tokens = await listTokens(database, id)
  const day = (moment: Date) => formatDate(dayOf(moment, timeZone))
  return {
    organization: { id, name, kind },
    api: `${environment.origin}/api/v1`,
    tokens: tokens.map((token) => ({
      ...{ id: token.id, name: token.name, madeBy: token.createdByName, made: day(token.createdAt) },
      expires: day(token.expiresAt),
      expired: token.expiresAt <= now(),
      lastUsed: token.lastUsedAt && formatMoment(token.lastUsedAt, timeZone),
    })),
  }
}

export type TokensData = Awaited<ReturnType<typeof tokensOf>>
