import type { Response, Responses } from './response.ts'

/** The responses as they count: one that was copied and not reconfirmed says nothing yet but its note and links. */
export function countingResponses(responses: Responses): Responses {
  return Object.fromEntries(
    Object.entries(responses).map(([id, response]) => [id, response.carried ? notesOf(response) : response]),
  )
}

function notesOf({ note, evidence }: Response): Response {
  return { ...(note !== undefined && { note }), ...(evidence !== undefined && { evidence }) }
}
