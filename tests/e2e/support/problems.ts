import type { BrowserContext } from 'playwright-core'

/** Everything that went wrong in a browser without the person seeing it. */
export interface Problems {
  /** Lets what matches happen in this test: a page that is meant to be missing, a network that is cut. */
  expect(pattern: RegExp): void
  /** What happened and was not expected. */
  unexpected(): string[]
}

/**
 * Collects console errors and warnings (a violation of the content security policy is one), uncaught
 * errors, failed hydration, and requests to anywhere but the program.
 */
export function collectProblems(context: BrowserContext, origin: string): Problems {
  const found: string[] = []
  const expected: RegExp[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    found.push(`console ${message.type()} at ${message.location().url}: ${message.text()}`)
  })
  context.on('weberror', (error) => found.push(`uncaught: ${error.error().message}`))
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) found.push(`a request to elsewhere: ${url}`)
  })
  return {
    expect: (pattern) => expected.push(pattern),
    unexpected: () => found.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
  }
}
