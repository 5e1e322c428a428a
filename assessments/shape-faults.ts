import type { z } from 'zod'
import { jsonPath, type Fault } from './faults.ts'

const names: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/** Parses by a zod schema and tells what is wrong in plain words, every fault at once. */
export function shapeFaults(schema: z.ZodType, input: unknown): Fault[] {
  const result = schema.safeParse(input, { error: plainWords })
  if (result.success) return []
  return withoutEchoes(result.error.issues).flatMap((issue) => faultsOf(issue, []))
}

/** What is of the wrong type has no length to find fault with. */
function withoutEchoes(issues: z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const mistyped = new Set(
    issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => jsonPath(path)),
  )
  return issues.filter(({ code, path }) => code === 'invalid_type' || !mistyped.has(jsonPath(path)))
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Fault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: jsonPath([...path, key]), reason: 'is not a known key' }))
  }
  if (issue.code === 'invalid_union') {
    const meant = branchMeant(issue.errors)
    if (meant) return meant.flatMap((inner) => faultsOf(inner, path))
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((inner) => ({ path: jsonPath(path), reason: `as a key ${inner.message}` }))
  }
  return [{ path: jsonPath(path), reason: issue.message }]
}

/**
 * Of the branches of a union, the one that the author evidently meant: the only one whose keys are all
 * there and known, so that its faults say more than "fits none".
 */
function branchMeant(branches: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const likely = branches.filter((issues) => issues.every((issue) => issue.path.length > 0))
  return likely.length === 1 ? likely[0] : undefined
}

function plainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${names[issue.expected] ?? issue.expected}`
    case 'too_small':
      return bound(issue.origin, issue.inclusive === false ? 'above' : 'at least', issue.minimum)
    case 'too_big':
      return bound(issue.origin, issue.inclusive === false ? 'below' : 'at most', issue.maximum)
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'invalid_format':
      return format(issue.format)
    case 'invalid_union':
      return 'has none of the forms that are allowed here'
    default:
      return 'is not allowed here'
  }
}

function bound(origin: string, relation: string, limit: number | bigint): string {
  if (origin === 'string') return `must have ${relation} ${limit} characters`
  if (origin === 'array') return `must have ${relation} ${limit} ${limit === 1 ? 'entry' : 'entries'}`
  return `must be ${relation} ${limit}`
}

function format(name: string): string {
  if (name === 'date') return 'must be a calendar date such as "2026-03-31"'
  if (name === 'url') return 'must be a link that begins with https:// or http://'
  return `must be written as ${name}`
}
