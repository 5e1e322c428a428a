import { ImportRefused, importLimits } from './import-limits.ts'

/** All bytes of what is sent, up to the limit; nothing beyond it is asked for. */
export async function collectBytes(
  source: AsyncIterable<Uint8Array>,
  limit: number = importLimits.bytes,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source) {
    length += piece.byteLength
    if (length > limit) {
      throw new ImportRefused(
        `is larger than ${Math.floor(limit / 1024 / 1024)} MB; send one assessment at a time`,
      )
    }
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
