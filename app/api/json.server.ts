/** An answer for this caller alone, kept by no cache. */
export function json(body: unknown, headers: Record<string, string> = {}): Response {
  return text(JSON.stringify(body), headers)
}

/** As `json`, of what is text already. */
export function text(body: string, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  })
}
