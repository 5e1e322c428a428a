import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { agenciesOf, type Portfolio } from './portfolio.server.ts'

/** What a portfolio's list can be narrowed to, beyond what every portfolio can. */
export interface PortfolioFacets {
  states: string[]
  /** Of the state that is chosen, else none: counties of several states have the same names. */
  counties: string[]
  versions: string[]
  tags: string[]
}

/** Reads what there is to narrow a portfolio to. */
export async function portfolioFacets(
  database: Database,
  portfolio: Portfolio,
  state: string | undefined,
): Promise<PortfolioFacets> {
  const { orm, tables } = database
  const agencies = agenciesOf(database, portfolio)
  const states = await orm.selectDistinct({ value: agencies.state }).from(agencies).orderBy(agencies.state)
  const versions = await orm.selectDistinct({ value: agencies.version }).from(agencies)
  const counties =
    state === undefined
      ? []
      : await orm
          .selectDistinct({ value: agencies.county })
          .from(agencies)
          .where(eq(agencies.state, state))
          .orderBy(agencies.county)
  const tags = await orm
    .selectDistinct({ value: tables.tags.tag })
    .from(tables.tags)
    .where(and(eq(tables.tags.programId, portfolio.programId)))
    .orderBy(asc(tables.tags.tag))
  const values = (rows: readonly { value: string | null }[]) => rows.flatMap(({ value }) => value ?? [])
  return {
    states: values(states),
    counties: values(counties),
    versions: values(versions).sort((one, other) => one.localeCompare(other, 'en', { numeric: true })),
    tags: values(tags),
  }
}
