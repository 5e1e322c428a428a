import type { Response, Responses } from './response.ts'

/** Whether a carried response says something that can be confirmed, and isn't only shown beside the question. */
export function isConfirmable({ value, notApplicable, dontKnow, carried }: Response): boolean {
  return carried !== undefined && (value !== undefined || notApplicable !== undefined || dontKnow === true)
}

/**
 * A response as it is saved over another: what is only shown beside the question stays there until the item is
 * answered, also while somebody types a note.
 */
export function savedOver(response: Response, before: Response | null): Response {
  const { value, notApplicable, dontKnow, carried } = response
  const says = value !== undefined || notApplicable !== undefined || dontKnow === true || carried
  return says || !before?.carried?.earlier ? response : { ...response, carried: before.carried }
}

/** The responses as they count: one that was carried and not reconfirmed says nothing yet but its note and links. */
export function countingResponses(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([id, response]) => [id, response.carried ? notesOf(response) : response]),
  )
}

function notesOf({ note, evidence }: Response): Response {
  return { ...(note !== undefined && { note }), ...(evidence !== undefined && { evidence }) }
}
