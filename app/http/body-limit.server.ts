import type { RequestHandler } from 'express'
import { importLimits } from '../importing/import-limits.ts'

/** A page of answers with long notes is well under this many bytes. */
export const largestBody = 2 * 1024 * 1024

/** An imported file, with what a browser sends around it. */
const largestImport = importLimits.bytes + 64 * 1024

/** How large a body may be at a path: only where files are imported may it be larger than a page. */
export function largestBodyAt(path: string): number {
  return /^\/assessments\/[\w-]+\/import(?:\.data)?$/.test(path) ? largestImport : largestBody
}

/** A body of up to this many bytes is taken off the wire unread, so that its sender gets to read the answer. */
const drained = 64 * 1024 * 1024

/**
 * Answers 413 to a body that is larger than it may be at its path, whether its length is announced or not,
 * before any of it reaches a route.
 */
export function bodyLimit(limitAt: (path: string) => number): RequestHandler {
  return (request, response, next) => {
    const limit = limitAt(request.path)
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
