import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ManifestFile } from '#assessments/exporting/manifest.ts'
import type { FileContent } from './file-content.ts'

/** Writes a file and tells what a manifest says of it. The bytes are on the disk when this resolves. */
export async function saveFile(
  path: string,
  content: FileContent,
  { onProgress }: { onProgress?: (bytes: number) => void } = {},
): Promise<ManifestFile> {
  const file = await open(path, 'wx')
  try {
    const counted = counting(content)
    let bytes = 0
    for await (const piece of counted.pieces) {
      await file.writeFile(piece)
      bytes += piece.byteLength
      onProgress?.(bytes)
    }
    await file.sync()
    return { name: basename(path), ...counted.facts() }
  } finally {
    await file.close()
  }
}

/** What is known of a file once all of it was made. */
export type FileFacts = Omit<ManifestFile, 'name'>

/** The same pieces, counted and hashed as they pass. `facts` throws until the last has passed. */
export function counting(content: FileContent): { pieces: FileContent; facts: () => FileFacts } {
  const hash = createHash('sha256')
  let bytes = 0
  let facts: FileFacts | null = null
  async function* pieces(): FileContent {
    try {
      for (;;) {
        const next = await content.next()
        if (next.done) {
          facts = { rows: next.value, bytes, sha256: hash.digest('hex') }
          return next.value
        }
        hash.update(next.value)
        bytes += next.value.byteLength
        yield next.value
      }
    } finally {
      await content.return(0)
    }
  }
  return {
    pieces: pieces(),
    facts: () => {
      if (!facts) throw new Error('the file has not been written to its end')
      return facts
    },
  }
}
