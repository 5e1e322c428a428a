const day = 86_400_000
const epoch = Date.UTC(1899, 11, 31)
const march1900 = Date.UTC(1900, 2, 1)

/**
 * A day or moment as a spreadsheet counts it, in days from the last of 1899. Spreadsheets believe that there was a
 * February 29 in 1900, so that from then on they are one ahead.
 */
export function serialOf(iso: string): number {
  const time = Date.parse(iso)
  return (time - epoch) / day + (time >= march1900 ? 1 : 0)
}

/** The calendar day of a spreadsheet's count, `YYYY-MM-DD`; null where there is no such day. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 1 && serial < 2_958_466) || Math.floor(serial) === 60) return null
  const days = Math.floor(serial) - (serial >= 61 ? 1 : 0)
  return new Date(epoch + days * day).toISOString().slice(0, 10)
}
