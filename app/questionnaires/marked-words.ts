import { diffWordsWithSpace } from 'diff'

/** A passage of a text, and whether the other text doesn't have it. */
export interface Passage {
  text: string
  differs: boolean
}

/** Two texts, each in passages; where they have hardly a word in common, each is one that differs. */
export function markWords(before: string, after: string): { before: Passage[]; after: Passage[] } {
  const changes = diffWordsWithSpace(before, after)
  const shared = changes.filter(({ added, removed }) => !added && !removed)
  const letters = shared.reduce((sum, { value }) => sum + value.trim().length, 0)
  if (letters * 4 < Math.max(before.length, after.length)) {
    return { before: [{ text: before, differs: true }], after: [{ text: after, differs: true }] }
  }
  return {
    before: joined(
      changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, differs: removed })),
    ),
    after: joined(
      changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, differs: added })),
    ),
  }
}

/** Words that differ one after the other are one passage, with the blank between them. */
function joined(passages: readonly Passage[]): Passage[] {
  const result: Passage[] = []
  passages.forEach((passage, at) => {
    const blankBetween = passage.text.trim() === '' && passages[at - 1]?.differs && passages[at + 1]?.differs
    const differs = passage.differs || blankBetween === true
    const last = result.at(-1)
    if (last?.differs === differs) last.text += passage.text
    else result.push({ text: passage.text, differs })
  })
  return result
}
