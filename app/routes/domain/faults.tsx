import type { ItemView } from './use-answers.ts'

/** What the server finds wrong with a part of an item's response: `value`, `note`, `evidence`. */
export function faultsIn({ entry }: ItemView, ...parts: string[]): string[] {
  if (entry?.hold?.kind !== 'faults') return []
  return entry.hold.faults
    .filter(({ path }) => parts.includes(path.replace(/[.[].*$/, '')))
    .map(({ reason }) => `This ${reason}.`)
}

/** Why something isn't saved, beside its field. */
export function Faults({ id, faults }: { id: string; faults: readonly string[] }) {
  if (faults.length === 0) return null
  return (
    <p className="usa-error-message" id={id}>
      {faults.join(' ')}
    </p>
  )
}
