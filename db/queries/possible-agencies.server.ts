import { and, count, eq, inArray, isNull, like, or, sql } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import { endOf, type OtherEnd } from './partnerships.server.ts'

/** A word that an agency is looked for by, and the states whose names hold it. */
export interface SoughtWord {
  /** In lower case. */
  word: string
  states: readonly string[]
}

/**
 * The confirmed agencies that a program can invite: those that hold every word in their name or place, the nearest
 * first, and how many there are.
 */
export async function findPossibleAgencies(
  { orm, tables: { organizations, enrollments } }: Database,
  program: Omit<OtherEnd, 'name'>,
  words: readonly SoughtWord[],
  most: number,
): Promise<{ total: number; nearest: OtherEnd[] }> {
  const { name, county, state } = organizations
  const text = sql<string>`lower(' ' || ${name} || ' ' || ${county} || ' ' || ${state})`
  const joined = and(
    eq(enrollments.programId, program.id),
    eq(enrollments.agencyId, organizations.id),
    inArray(enrollments.status, ['invited', 'active']),
  )
  const possible = and(
    eq(organizations.kind, 'agency'),
    eq(organizations.status, 'confirmed'),
    isNull(enrollments.id),
    ...words.map(({ word, states }) =>
      or(like(text, `%${word.length > 2 ? word : ` ${word}`}%`), inArray(state, [...states])),
    ),
  )
  const sameState = eq(state, program.state)
  const far = sql`case when ${and(sameState, eq(county, program.county))} then 0 when ${sameState} then 1 else 2 end`
  const [nearest, [counted]] = await Promise.all([
    orm
      .select(endOf(organizations))
      .from(organizations)
      .leftJoin(enrollments, joined)
      .where(possible)
      .orderBy(far, sql`lower(${name})`, organizations.id)
      .limit(most),
    orm.select({ total: count() }).from(organizations).leftJoin(enrollments, joined).where(possible),
  ])
  return { total: counted?.total ?? 0, nearest }
}

/** An agency as a list names it: by its number, or by the address of one of its coordinators. */
export interface NamedAgency extends OtherEnd {
  ori: string | null
}

/** The confirmed agencies that have one of these numbers (ORI). */
export async function agenciesByOri(
  { orm, tables: { organizations } }: Database,
  numbers: readonly string[],
): Promise<NamedAgency[]> {
  return orm
    .select({ ...endOf(organizations), ori: organizations.ori })
    .from(organizations)
    .where(
      and(
        eq(organizations.kind, 'agency'),
        eq(organizations.status, 'confirmed'),
        inArray(organizations.ori, [...numbers]),
      ),
    )
}

/** The confirmed agencies of which somebody at one of these addresses is a coordinator. */
export async function agenciesByCoordinator(
  { orm, tables: { organizations, members, people } }: Database,
  addresses: readonly string[],
): Promise<(NamedAgency & { email: string })[]> {
  return orm
    .select({ ...endOf(organizations), ori: organizations.ori, email: people.email })
    .from(people)
    .innerJoin(members, eq(members.personId, people.id))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        inArray(people.email, [...addresses]),
        eq(members.role, 'coordinator'),
        eq(organizations.kind, 'agency'),
        eq(organizations.status, 'confirmed'),
      ),
    )
}
