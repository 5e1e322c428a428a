import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { shares, sharingSteps } from '#assessments/sharing.ts'
import type { Database } from '#db/database.server.ts'
import { redactedSince } from '#db/queries/redacted-since.server.ts'
import { findSharedOf, type Shared } from '#db/queries/sharing.server.ts'

const heldSchema = z.strictObject({
  /** When it was begun, ISO 8601. */
  began: z.iso.datetime(),
  agencies: z.array(
    z.strictObject({
      agencyId: z.string(),
      step: z.enum(sharingSteps),
      notes: z.boolean(),
      consents: z.array(z.string()),
    }),
  ),
})

/** What each agency shared when a program's export was made: it is kept beside the files, to be held against today. */
export type HeldSharing = z.infer<typeof heldSchema>

/** Gathers what is read of agencies; whatever was shared at any reading may be in the files. */
export class SharingRecord {
  readonly #began: Date
  readonly #agencies = new Map<string, HeldSharing['agencies'][number]>()

  constructor(began: Date) {
    this.#began = began
  }

  add(shared: readonly Shared[]): void {
    for (const { agencyId, step, notes, consents } of shared) {
      const before = this.#agencies.get(agencyId)
      this.#agencies.set(agencyId, {
        agencyId,
        step: before && shares(before, step) ? before.step : step,
        notes: notes || before?.notes === true,
        consents: [...new Set([...(before?.consents ?? []), ...consents])],
      })
    }
  }

  held(): HeldSharing {
    return { began: this.#began.toISOString(), agencies: [...this.#agencies.values()] }
  }
}

/** Keeps it in a file. */
export function writeHeld(file: string, held: HeldSharing): Promise<void> {
  return writeFile(file, JSON.stringify(held), { flush: true, mode: 0o600 })
}

/** Reads it back; null where the file is gone or is none of ours. */
export async function readHeld(file: string): Promise<HeldSharing | null> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? null : (heldSchema.safeParse(JSON.parse(text)).data ?? null)
}

const agenciesAtOnce = 500

/**
 * Whether everything that a program's export holds may still be had: no agency in it shares less than it did or
 * ended its enrollment, no partner took its consent back, no text in it was redacted since.
 */
export async function isStillShared(
  database: Database,
  programId: string,
  { began, agencies }: HeldSharing,
): Promise<boolean> {
  for (let from = 0; from < agencies.length; from += agenciesAtOnce) {
    const page = agencies.slice(from, from + agenciesAtOnce)
    const ids = page.map(({ agencyId }) => agencyId)
    const now = new Map((await findSharedOf(database, programId, ids)).map((one) => [one.agencyId, one]))
    if (!page.every((held) => isCovered(held, now.get(held.agencyId)))) return false
  }
  const redacted = await redactedSince(database, new Date(began))
  return !agencies.some(({ agencyId, notes }) => notes && redacted.has(agencyId))
}

function isCovered(held: HeldSharing['agencies'][number], now: Shared | undefined): boolean {
  if (held.step === 'profile') return true
  return (
    now !== undefined &&
    shares(now, held.step) &&
    (now.notes || !held.notes) &&
    held.consents.every((consent) => now.consents.has(consent))
  )
}
