import { shares } from '#assessments/sharing.ts'
import { findAgencies, listAgenciesById, type PortfolioRow } from '#db/queries/api-pages.server.ts'
import type { Portfolio } from '#db/queries/portfolio.server.ts'
import { findShared, findSharedOf, sharingOf, type Shared } from '#db/queries/sharing.server.ts'
import { dayOf } from '../calendar.ts'
import type { RequestContext } from '../context.server.ts'
import { dueDates } from '../portfolio/due-dates.ts'
import { recordId } from '../record-id.ts'
import { allowCaller, type Caller } from './answer.server.ts'
import { json } from './json.server.ts'
import { pageAnswer, pageOf } from './page.server.ts'
import { nothingThere, problem } from './problem.server.ts'
import { agenciesQuery, agencyQuery } from './queries.ts'
import { readQuery } from './read-query.server.ts'
import type { ApiAgency } from './schemas.ts'

interface Asking {
  context: RequestContext
  request: Request
}

/** The questionnaire that comes with the program. */
const usual = 'pmhc-self-assessment'

/** A page of the agencies that share with a program. */
export async function agenciesPage({ context, request }: Asking, caller: Caller) {
  const { organization } = caller
  allowCaller(caller, 'portfolio.read', { organizationId: organization.id })
  const { limit, cursor, questionnaire, ...filter } = readQuery(request, agenciesQuery)
  const portfolio = portfolioOf(context, caller, questionnaire)
  const { database, environment } = context
  const rows = await listAgenciesById(database, portfolio, filter, { after: cursor, limit: limit + 1 })
  const { page, next } = pageOf(rows, limit, ({ agencyId }) => agencyId)
  const data = await described(context, portfolio, page)
  return pageAnswer(environment.origin, request, data, next)
}

/** One agency that shares with a program. */
export async function agencyAnswer(asking: Asking, caller: Caller, id: string | undefined) {
  const { agencyId } = await followed(asking, caller, id)
  const { questionnaire } = readQuery(asking.request, agencyQuery)
  const portfolio = portfolioOf(asking.context, caller, questionnaire)
  const rows = await findAgencies(asking.context.database, portfolio, [agencyId])
  const [agency] = await described(asking.context, portfolio, rows)
  if (!agency) throw nothingThere()
  return json(agency)
}

/** What an agency that a request names shares with the program that asks; else nothing is there. */
export async function followed({ context }: Asking, caller: Caller, id: string | undefined): Promise<Shared> {
  const programId = caller.organization.id
  const agencyId = recordId.safeParse(id).data
  const shared = agencyId === undefined ? null : await findShared(context.database, programId, agencyId)
  allowCaller(caller, 'followed.read', { programId, sharing: shared && sharingOf(shared, null) })
  if (!shared) throw nothingThere()
  return shared
}

function portfolioOf(
  { catalog, now }: RequestContext,
  { organization }: Caller,
  asked: string | undefined,
): Portfolio {
  const slug = asked ?? (catalog.lineage(usual).length > 0 ? usual : catalog.versions[0]?.slug)
  if (slug === undefined || catalog.lineage(slug).length === 0) {
    const errors = [{ parameter: 'questionnaire', detail: 'is no questionnaire that there is' }]
    throw problem(400, 'Something after the question mark can’t be taken as it is.', { errors })
  }
  return { programId: organization.id, slug, ...dueDates(dayOf(now(), organization.timeZone)) }
}

/** The agencies as they are answered; those that ended it meanwhile are left out. */
async function described(
  { database }: RequestContext,
  { programId, slug }: Portfolio,
  rows: readonly PortfolioRow[],
): Promise<ApiAgency[]> {
  const sharing = await findSharedOf(
    database,
    programId,
    rows.map(({ agencyId }) => agencyId),
  )
  const byAgency = new Map(sharing.map((shared) => [shared.agencyId, shared]))
  return rows.flatMap((row) => {
    const shared = byAgency.get(row.agencyId)
    return shared ? [agencyOf(row, shared, slug)] : []
  })
}

function agencyOf(row: PortfolioRow, { step, notes }: Shared, slug: string): ApiAgency {
  const { agencyId, name, state, county, agencyType, sizeBand, enrolledAt, standing } = row
  const scores = shares({ step }, 'scores')
  return {
    ...{ id: agencyId, name, state, county, type: agencyType, sizeBand },
    enrolledAt: enrolledAt?.toISOString() ?? null,
    sharing: { step, notes: notes && shares({ step }, 'answers') },
    questionnaire: slug,
    standing,
    latest:
      row.asOf === null || row.version === null
        ? null
        : {
            ...{ asOf: row.asOf, version: row.version },
            coReviewed: scores ? row.coReviewed : null,
            score: scores ? row.score : null,
            band: scores ? row.band : null,
          },
  }
}
