/** Whether text is a link to a page on a secure server: `https://`, a host, no name or password in it. */
function isSecureLink(text: string): boolean {
  return /^https:\/\/[^\s/\\@]+(?:[/?#]\S*)?$/i.test(text) && URL.canParse(text)
}

/** What stands where typed text was taken out. */
export const redactedText = '[redacted]'

/** Whether text may stand among the evidence: a secure link, or the mark of links that were taken out. */
export function isEvidence(text: string): boolean {
  return text === redactedText || isSecureLink(text)
}
