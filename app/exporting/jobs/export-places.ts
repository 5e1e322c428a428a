import { join } from 'node:path'

/** Where what belongs to an export lies: its files once they are whole, the same while they are made, and beside them what was shared. */
export function placesOf(folder: string, jobId: string) {
  return {
    files: join(folder, jobId),
    unfinished: join(folder, `${jobId}.unfinished`),
    held: join(folder, `${jobId}.held.json`),
  }
}

/** The export that an entry of the folder belongs to; null for what none of ours made. */
export function jobOfEntry(name: string): string | null {
  return (
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.unfinished|\.held\.json)?$/.exec(name)?.[1] ?? null
  )
}
