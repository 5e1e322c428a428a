/**
 * The bytes of a file as they are made, piece by piece; at the end, how many rows (of a JSON file: assessments)
 * there were. Pieces are made as they are asked for, so that a slow reader slows the making and memory stays flat.
 */
export type FileContent = AsyncGenerator<Uint8Array, number, void>

/** About how many characters are gathered before they are handed on. */
const pieceLength = 65_536

/** Joins many short texts to fewer, longer pieces. */
export async function* piecesOf(texts: AsyncGenerator<string, number, void>): FileContent {
  let gathered: string[] = []
  let length = 0
  try {
    for (;;) {
      const next = await texts.next()
      if (next.done || length >= pieceLength) {
        if (length > 0) yield Buffer.from(gathered.join(''), 'utf8')
        gathered = []
        length = 0
      }
      if (next.done) return next.value
      gathered.push(next.value)
      length += next.value.length
    }
  } finally {
    await texts.return(0)
  }
}
