import type { FileContent } from '#app/exporting/file-content.ts'

/** All the bytes of a file that is made, and how many rows it told at its end. */
export async function bytesOf(content: FileContent): Promise<{ bytes: Buffer; rows: number }> {
  const pieces: Uint8Array[] = []
  for (;;) {
    const next = await content.next()
    if (next.done) return { bytes: Buffer.concat(pieces), rows: next.value }
    pieces.push(next.value)
  }
}
