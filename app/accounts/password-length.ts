/** NIST SP 800-63B: length is what counts. */
export const shortestPassword = 12
export const longestPassword = 200
