import type { VersionDiff } from '#assessments/version-diff.ts'

/** Why an item is asked anew: what was done to it since each of these versions, and what the author says about it. */
export function whyAnew(itemId: string, changes: readonly (VersionDiff | null)[]): string[] {
  const sentences = changes.flatMap((diff) => {
    const own = diff?.items.find(({ to }) => to.includes(itemId))
    if (!own) return ['The question has changed since.']
    const { change, comparable, why } = own
    // The author's reason is one for the change, and not for an answer that can't be given any more.
    return comparable ? [cannotBeHeld] : [done[change] ?? 'The question has changed since.', why ?? '']
  })
  return [...new Set(sentences)].filter((sentence) => sentence !== '')
}

const cannotBeHeld = 'The question is the same, and what was answered can’t be chosen any more.'

const done: Partial<Record<string, string>> = {
  changed: 'It asks something else now.',
  split: 'One question became several.',
  merged: 'Several questions became this one.',
}
