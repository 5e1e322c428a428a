import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { sqliteFile } from '#db/sqlite.server.ts'

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value)

const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be the address people use, such as https://pmhc.example.gov' })
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'must begin with "file:" or "postgres://"')
    .default('file:data/pmhc.sqlite'),
  SESSION_SECRET: z
    .string('must be set: a secret of your own of at least 32 characters')
    .min(32, 'must have at least 32 characters'),
  SIGN_UP: z.enum(['open', 'approval', 'invited']).default('approval'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  QUESTIONNAIRES_DIR: z.string().optional(),
  EXPORTS_DIR: z.string().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  DEMO: z.enum(['0', '1']).default('0'),
})

/** What an installation is told from outside, checked. */
export interface Environment {
  mode: 'production' | 'development' | 'test'
  port: number
  /** The address that people use, without a slash at the end. */
  origin: string
  databaseUrl: string
  secret: string
  /** Who may sign up and what it takes for a new organization to start. */
  signUp: 'open' | 'approval' | 'invited'
  mail: { url: string; from: string } | null
  questionnairesDirectory: string | null
  /** Where the files of exports lie for a day; several processes share it. Nothing else may be in it. */
  exportsDirectory: string
  /** How many reverse proxies stand in front. */
  trustProxy: number
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'
  demo: boolean
}

const developmentSecret = 'only-for-development-and-never-for-production'

/**
 * Reads the environment once, at start. A bad one throws an error that names every variable that is
 * wrong and why; production has no default secret.
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, blankIsUnset(value)]),
  )
  if (given.NODE_ENV === 'development' || given.NODE_ENV === 'test')
    given.SESSION_SECRET ??= developmentSecret
  const parsed = environmentSchema.safeParse(given)
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (given.SMTP_URL !== undefined && given.MAIL_FROM === undefined) {
    faults.push('MAIL_FROM must be set where SMTP_URL is: the address that mail comes from')
  }
  if (given.NODE_ENV !== 'development' && given.SESSION_SECRET === developmentSecret) {
    if (given.NODE_ENV !== 'test') faults.push('SESSION_SECRET must be a secret of your own')
  }
  if (!parsed.success || faults.length > 0) {
    throw new Error(`The environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  }
  const { data } = parsed
  return {
    mode: data.NODE_ENV,
    port: data.PORT,
    origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
    databaseUrl: data.DATABASE_URL,
    secret: data.SESSION_SECRET,
    signUp: data.SIGN_UP,
    mail: data.SMTP_URL && data.MAIL_FROM ? { url: data.SMTP_URL, from: data.MAIL_FROM } : null,
    questionnairesDirectory: data.QUESTIONNAIRES_DIR ?? null,
    exportsDirectory: resolve(data.EXPORTS_DIR ?? besideDatabase(data.DATABASE_URL)),
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    demo: data.DEMO === '1',
  }
}

/** A folder beside the SQLite file; with PostgreSQL, one in the data folder. */
function besideDatabase(databaseUrl: string): string {
  if (/^postgres/.test(databaseUrl)) return 'data/exports'
  const file = sqliteFile(databaseUrl)
  return join(file === ':memory:' ? tmpdir() : dirname(file), 'exports')
}
