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
