import type { RequestHandler } from 'express'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request that would change something and comes from another site. Browsers name the origin
 * of every such request; one without (a script, the command line) carries no cookie of anyone's.
 */
export function sameOrigin(origin: string): RequestHandler {
  return (request, response, next) => {
    const from = request.get('origin')
    const site = request.get('sec-fetch-site')
    const foreign = (from !== undefined && from !== origin) || site === 'cross-site'
    if (safeMethods.has(request.method) || !foreign) next()
    else response.status(403).type('text').send('This request came from another site and was refused.')
  }
}
