import type { RequestHandler } from 'express'

/** A page of answers with long notes is well under this many bytes. */
export const largestBody = 2 * 1024 * 1024

/**
 * Answers 413 to a body that is larger than `limit` bytes, whether its length is announced or not, before
 * any of it reaches a route.
 */
export function bodyLimit(limit: number): RequestHandler {
  return (request, response, next) => {
    const refuse = () => {
      response.status(413).set('Connection', 'close').type('text')
      response.send(`What was sent is larger than ${Math.floor(limit / 1024 / 1024)} MB. Nothing was saved.`)
    }
    if (Number(request.get('content-length') ?? 0) > limit) return refuse()
    if (request.get('transfer-encoding') === undefined) return next()
    // Every browser announces the length of a form; a body that doesn't is nobody's form.
    response
      .status(411)
      .set('Connection', 'close')
      .type('text')
      .send('The length of what is sent must be announced.')
  }
}
