import type { Response } from '../assessments/response.ts'
import type { Tables } from './statement.ts'

type ResponseRow = Pick<
  Tables['responses']['$inferSelect'],
  'value' | 'notApplicable' | 'dontKnow' | 'note' | 'evidence' | 'carried'
>

/** A response as its columns hold it; what isn't there is null. */
export function toColumns(response: Response): ResponseRow {
  return {
    value: response.value ?? null,
    notApplicable: response.notApplicable ?? null,
    dontKnow: response.dontKnow ?? false,
    note: response.note ?? null,
    evidence: response.evidence ?? null,
    carried: response.carried ?? null,
  }
}

/** A response from its columns; a cleared one is empty. */
export function toResponse(row: ResponseRow): Response {
  return {
    ...(row.value !== null && { value: row.value }),
    ...(row.notApplicable !== null && { notApplicable: row.notApplicable }),
    ...(row.dontKnow && { dontKnow: true as const }),
    ...(row.note !== null && { note: row.note }),
    ...(row.evidence !== null && { evidence: row.evidence }),
    ...(row.carried !== null && { carried: row.carried }),
  }
}
