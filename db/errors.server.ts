const uniqueCodes = new Set(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'])
const retryCodes = new Set(['40001', '40P01'])

/** Whether a write failed because a row with the same key is there, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, uniqueCodes)
}

/** Whether PostgreSQL undid a transaction (deadlock, serialization) that may simply be tried again. */
export function isWorthRetrying(error: unknown): boolean {
  return hasCode(error, retryCodes)
}

/** Drizzle wraps PostgreSQL's errors and passes SQLite's on, so the code may be in a cause. */
function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && codes.has(error.code)) return true
  return hasCode(error.cause, codes)
}

/**
 * What may be logged of an error. Drizzle puts a statement's values into the message of a failed query, and
 * PostgreSQL a row's into `detail`: typed text, addresses, tokens. What the database itself said stays.
 */
export function errorForLog(error: unknown): {
  name: string
  message: string
  code?: string
  stack?: string
} {
  if (!(error instanceof Error)) return { name: 'unknown', message: typeof error }
  const root = rootOf(error)
  const code = 'code' in root && typeof root.code === 'string' ? { code: root.code } : {}
  const calls = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { name: root.name, message: root.message, ...code, ...(calls && { stack: calls.join('\n') }) }
}

function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error
}
