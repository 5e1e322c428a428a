const secretPath = /^\/(invitations|partnerships|enrollments|reset-password|confirm-email)\/[^/?]+/

/** The path of an address for the log: without what follows "?", and without the secret of a link. */
export function pathWithoutSecrets(url: string): string {
  const [path = ''] = url.split('?')
  return path.replace(secretPath, (_match, page: string) => `/${page}/…`)
}
