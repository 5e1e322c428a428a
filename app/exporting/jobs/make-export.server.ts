import { mkdir, rename, rm } from 'node:fs/promises'
import { anonymousWords } from '#assessments/exporting/anonymous.ts'
import type { Database } from '#db/database.server.ts'
import {
  failExport,
  finishExport,
  tellProgress,
  type ExportJob,
  type HeldExport,
} from '#db/queries/export-jobs.server.ts'
import { openContents, type ExportContents } from '../export-contents.server.ts'
import { storedCatalog } from '../stored-catalog.server.ts'
import { readings, writeExport } from '../write-export.server.ts'
import { TooManyRows } from '../xlsx/xlsx-file.server.ts'
import { aboutExport } from './about-export.server.ts'
import { placesOf } from './export-places.ts'
import { SharingRecord, writeHeld } from './held-sharing.server.ts'
import { mayStillBeHad, noLongerShared } from './may-still-be-had.server.ts'

export interface Making {
  database: Database
  job: ExportJob & HeldExport
  /** Where exports lie. */
  folder: string
  now: () => Date
}

/** It was cancelled, or another process took it over: what was written is of no use. */
class Lost extends Error {}

/** How often it is told how far it is, in milliseconds. */
const tellEvery = 500

/**
 * Makes the files of an export that was taken. They appear whole or not at all; `lost` where it was cancelled, or
 * taken over by another process, meanwhile.
 */
export async function makeExport(making: Making): Promise<'ready' | 'failed' | 'lost'> {
  const { database, job, folder, now } = making
  const places = placesOf(folder, job.id)
  await rm(places.unfinished, { recursive: true, force: true })
  try {
    const outcome = await make(making)
    if (outcome.status === 'failed') await failExport(database, job.id, outcome.fault, now())
    return outcome.status
  } catch (error) {
    if (error instanceof Lost) return 'lost'
    throw error
  } finally {
    await rm(places.unfinished, { recursive: true, force: true })
  }
}

type Made = { status: 'ready' | 'lost' } | { status: 'failed'; fault: string }

async function make({ database, job, folder, now }: Making): Promise<Made> {
  const began = now()
  const places = placesOf(folder, job.id)
  const source = { database, catalog: await storedCatalog(database) }
  const record = new SharingRecord(began)
  const { of, anonymous, format } = job.scope
  const opening = { source, of, anonymous, at: began, onShared: record.add.bind(record) }
  const contents = await openContents(opening)
  if (!contents) return { status: 'failed', fault: 'What was asked for isn’t there any more.' }
  const telling = new Telling({ database, job, folder, now }, contents)
  const about = await aboutExport(database, job, contents.size, began)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const manifest = await writeExport({
      ...{ contents: telling.contents, format, folder: places.unfinished, madeAt: began, about },
      leftOut: anonymous ? anonymousWords : undefined,
    })
    await writeHeld(places.held, record.held())
    if (!(await mayStillBeHad(database, folder, job))) return { status: 'failed', fault: noLongerShared }
    await telling.tell()
    await rm(places.files, { recursive: true, force: true })
    await rename(places.unfinished, places.files)
    const made = { manifest: { files: manifest.files }, total: manifest.assessments }
    return { status: (await finishExport(database, telling.held, made, now())) ? 'ready' : 'lost' }
  } catch (error) {
    if (error instanceof TooManyRows) return { status: 'failed', fault: error.message }
    throw error
  }
}

/** Reads an export's contents, and tells the database meanwhile how far it is. Throws `Lost` where nobody waits for it. */
class Telling {
  held: HeldExport
  readonly contents: ExportContents
  readonly #making: Making
  #read = 0
  #toldAt = 0

  constructor(making: Making, contents: ExportContents) {
    this.#making = making
    this.held = making.job
    this.contents = { ...contents, read: () => this.#counted(contents) }
  }

  async tell(): Promise<void> {
    const { database, job, now } = this.#making
    const total = this.contents.size.assessments
    // Each file and sheet reads everything once more.
    const done = Math.min(total, Math.floor(this.#read / readings[job.scope.format]))
    const held = await tellProgress(database, this.held, { done, total }, now())
    if (!held) throw new Lost(`the export ${job.id} isn’t made here any more`)
    this.held = held
  }

  async *#counted(contents: ExportContents) {
    for await (const exportable of contents.read()) {
      if (Date.now() - this.#toldAt >= tellEvery) {
        this.#toldAt = Date.now()
        await this.tell()
      }
      this.#read += 1
      yield exportable
    }
  }
}
