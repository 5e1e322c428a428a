/** Why a request can't be answered, by the status that says so. */
const titles = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  411: 'Length required',
  413: 'Content too large',
  429: 'Too many requests',
  500: 'Internal server error',
} as const

export type ProblemStatus = keyof typeof titles

/** A parameter of the request that can't be taken as it is, and why. */
export interface WrongParameter {
  parameter: string
  detail: string
}

export interface ProblemDetails {
  type: string
  title: string
  status: number
  detail: string
  errors?: WrongParameter[]
}

/** The body of an answer that says what is wrong, by RFC 9457. */
export function problemDetails(
  status: ProblemStatus,
  detail: string,
  errors?: WrongParameter[],
): ProblemDetails {
  return { type: 'about:blank', title: titles[status], status, detail, ...(errors && { errors }) }
}

/** What every answer that says what is wrong is sent with. */
export const problemHeaders = {
  'Content-Type': 'application/problem+json; charset=utf-8',
  'Cache-Control': 'no-store',
}

/** An answer that says what is wrong; may be thrown. */
export function problem(
  status: ProblemStatus,
  detail: string,
  more: { headers?: Record<string, string>; errors?: WrongParameter[] } = {},
): Response {
  return new Response(JSON.stringify(problemDetails(status, detail, more.errors)), {
    status,
    headers: { ...problemHeaders, ...more.headers },
  })
}

/** What isn't there and what isn't theirs look the same. */
export function nothingThere(): Response {
  return problem(404, 'There is nothing here that you may read.')
}
