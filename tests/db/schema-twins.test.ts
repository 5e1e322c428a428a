import { getTableName, is } from 'drizzle-orm'
import { getTableConfig as postgresConfig, PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import * as postgres from '#db/schema.postgres.ts'
import * as sqlite from '#db/schema.sqlite.ts'

/* At type level: `npm run check` fails here when a row of one engine isn't a row of the other. */

type Same<A, B> = [A, B] extends [B, A] ? true : false
type Sqlite = typeof sqlite
type Postgres = typeof postgres
type Tables = keyof Sqlite
type Rows = { [K in Tables]: Same<Sqlite[K]['$inferSelect'], Postgres[K]['$inferSelect']> }
type NewRows = { [K in Tables]: Same<Sqlite[K]['$inferInsert'], Postgres[K]['$inferInsert']> }

const sameNames: Same<Tables, keyof Postgres> = true
const sameRows: Same<Rows[Tables], true> = true
const sameNewRows: Same<NewRows[Tables], true> = true

/* At run time. */

/** What a column's values are in JavaScript, from each engine's type for it. */
const javascriptTypes: Record<string, string> = {
  'string text': 'string',
  'number integer': 'number',
  'number bigint': 'number',
  'number real': 'number',
  'number double precision': 'number',
  'boolean integer': 'boolean',
  'boolean boolean': 'boolean',
  'date integer': 'date',
  'date timestamp (3) with time zone': 'date',
  'json text': 'json',
  'custom jsonb': 'json',
}

type Config = ReturnType<typeof sqliteConfig> | ReturnType<typeof postgresConfig>

function shapeOf(table: unknown) {
  if (is(table, SQLiteTable)) return describeTable(sqliteConfig(table))
  if (is(table, PgTable)) return describeTable(postgresConfig(table))
  throw new Error('neither engine knows this table')
}

function describeTable(config: Config) {
  return {
    name: config.name,
    columns: config.columns.map((column) => ({
      name: column.name,
      type: javascriptTypes[`${column.dataType} ${column.getSQLType()}`] ?? `unknown: ${column.getSQLType()}`,
      notNull: column.notNull,
      hasDefault: column.hasDefault,
      default: column.default as unknown,
      primary: column.primary,
      unique: column.isUnique,
    })),
    primaryKeys: config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
    indexes: config.indexes.map((index) => ({
      name: index.config.name,
      unique: index.config.unique,
      columns: index.config.columns.map((column) => ('name' in column ? column.name : 'an expression')),
      where: index.config.where?.queryChunks,
    })),
    foreignKeys: config.foreignKeys.map((key) => {
      const reference = key.reference()
      return {
        columns: reference.columns.map((column) => column.name),
        to: getTableName(reference.foreignTable),
        foreignColumns: reference.foreignColumns.map((column) => column.name),
        onDelete: key.onDelete ?? 'no action',
        onUpdate: key.onUpdate ?? 'no action',
      }
    }),
  }
}

describe('the schemas of the two engines', () => {
  it('hold the same tables, with the same types', () => {
    expect([sameNames, sameRows, sameNewRows]).toEqual([true, true, true])
    expect(Object.keys(postgres)).toEqual(Object.keys(sqlite))
  })

  it.each(Object.keys(sqlite) as Tables[])('hold the same %s', (name) => {
    expect(shapeOf(postgres[name])).toEqual(shapeOf(sqlite[name]))
  })

  it.each(Object.keys(sqlite) as Tables[])('let no key of %s cascade', (name) => {
    for (const key of shapeOf(sqlite[name]).foreignKeys) {
      expect([key.onDelete, key.onUpdate]).toEqual(['no action', 'no action'])
    }
  })
})
