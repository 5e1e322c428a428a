/** Whether text is a link to a page on a secure server: `https://`, a host, no name or password in it. */
export function isSecureLink(text: string): boolean {
  return /^https:\/\/[^\s/\\@]+(?:[/?#]\S*)?$/i.test(text) && URL.canParse(text)
}
