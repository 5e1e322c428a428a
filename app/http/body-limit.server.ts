import type { RequestHandler } from 'express'

/** A page of answers with long notes is well under this many bytes. */
export const largestBody = 2 * 1024 * 1024

/** A body of up to this many bytes is taken off the wire unread, so that its sender gets to read the answer. */
const drained = 64 * 1024 * 1024

/**
 * Answers 413 to a body that is larger than `limit` bytes, whether its length is announced or not, before
 * any of it reaches a route.
 */
export function bodyLimit(limit: number): RequestHandler {
  return (request, response, next) => {
    const announced = Number(request.get('content-length') ?? 0)
    const refuse = () => {
      // Closing while a browser still sends is a broken network to it, and it would try again for ever.
      if (announced > drained) response.set('Connection', 'close')
      response.status(413).type('text')
      response.send(`What was sent is larger than ${Math.floor(limit / 1024 / 1024)} MB. Nothing was saved.`)
    }
    if (announced > limit) refuse()
    else if (request.get('transfer-encoding') === undefined) next()
    // Every browser announces the length of a form; a body that doesn't is nobody's form.
    else {
      response.status(411).set('Connection', 'close').type('text')
      response.send('The length of what is sent must be announced.')
    }
  }
}
