import type { SaveReply } from '#app/saving/save-reply.ts'

const statuses: Record<SaveReply['status'], number> = {
  saved: 200,
  repeated: 200,
  invalid: 400,
  'signed-out': 401,
  missing: 404,
  conflict: 409,
  moved: 412,
  private: 422,
  locked: 423,
}

/** What became of a save, as JSON under its own HTTP status. */
export function answer(reply: SaveReply): Response {
  return Response.json(reply, { status: statuses[reply.status], headers: { 'Cache-Control': 'no-store' } })
}
