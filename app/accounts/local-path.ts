/**
 * Where to go after signing in: `to` if it is a path of this site, else the start page. Anything that a
 * browser could read as another site's address (`//host`, `/\host`, with a tab in between) is refused.
 */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\x21-\x7E]*$/.test(to) || to.includes('\\')) return '/'
  const base = 'http://localhost'
  const url = URL.canParse(to, base) ? new URL(to, base) : null
  return url?.origin === base && url.pathname.startsWith('/') && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : '/'
}

/** A link to `page` that brings a person back to `to` in the end. */
export function withReturn(page: string, to: string): string {
  return to === '/' ? page : `${page}?${new URLSearchParams({ to }).toString()}`
}

/** Where the address of a request says to return to. */
export function returnOf(request: Request): string {
  return localPath(new URL(request.url).searchParams.get('to'))
}
