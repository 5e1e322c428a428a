import { redirect } from '@remix-run/node'

/** A redirect to be thrown, typed as what it is: a response. */
export function goTo(path: string, headers?: Headers): Response {
  return redirect(path, headers ? { headers } : undefined)
}
