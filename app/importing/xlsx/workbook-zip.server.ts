import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { ImportRefused, importLimits } from '../import-limits.ts'

const damaged = 'is not a workbook that can be read; save it again as .xlsx'

/** A workbook's zip. Parts are unpacked as they are asked for, and never more of all than the limit. */
export class WorkbookZip {
  readonly #zip: ZipFile
  readonly #parts: ReadonlyMap<string, Entry>
  #left: number = importLimits.unpackedBytes

  private constructor(zip: ZipFile, parts: ReadonlyMap<string, Entry>) {
    this.#zip = zip
    this.#parts = parts
  }

  static async open(bytes: Buffer): Promise<WorkbookZip> {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }).catch(refuse)
    return new WorkbookZip(zip, await partsOf(zip))
  }

  has(path: string): boolean {
    return this.#parts.has(path)
  }

  /** The paths of all parts. */
  paths(): string[] {
    return [...this.#parts.keys()]
  }

  /** The bytes of a part, as they are unpacked. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const part = this.#parts.get(path)
    if (!part) throw new ImportRefused(damaged)
    try {
      const stream: AsyncIterable<Buffer> = await this.#zip.openReadStreamPromise(part)
      for await (const piece of stream) {
        this.#left -= piece.byteLength
        if (this.#left < 0) throw tooMuch()
        yield piece
      }
    } catch (error) {
      refuse(error)
    }
  }
}

async function partsOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new ImportRefused('is protected by a password; save it without one')
      if (entry.uncompressedSize > importLimits.unpackedBytes) throw tooMuch()
      if (parts.has(entry.fileName) || parts.size >= importLimits.parts) throw new ImportRefused(damaged)
      parts.set(entry.fileName, entry)
    }
  } catch (error) {
    refuse(error)
  }
  return parts
}

function tooMuch(): ImportRefused {
  const megabytes = Math.floor(importLimits.unpackedBytes / 1024 / 1024)
  return new ImportRefused(`unpacks to more than ${megabytes} MB; send one assessment at a time`)
}

function refuse(error: unknown): never {
  throw error instanceof ImportRefused ? error : new ImportRefused(damaged, { cause: error })
}
