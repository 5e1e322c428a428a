/** How much an imported file may hold. An assessment's own is far below all of these. */
export const importLimits = {
  /** Of the file as it is sent. */
  bytes: 8 * 1024 * 1024,
  /** With the header. */
  rows: 50_000,
  columns: 200,
  /** In one cell. */
  characters: 40_000,
  /** Parts of a workbook. */
  parts: 1000,
  /** Of all parts of a workbook that are read, unpacked. */
  unpackedBytes: 64 * 1024 * 1024,
} as const

/** A file is refused; the message says why, and what to do, to the person who sent it. */
export class ImportRefused extends Error {}
