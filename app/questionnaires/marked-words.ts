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

/** Words that differ one after the other are one passage, with the blanks between them and none around. */
function joined(passages: readonly Passage[]): Passage[] {
  const result: Passage[] = []
  const add = (text: string, differs: boolean) => {
    const last = result.at(-1)
    if (text === '') return
    if (last?.differs === differs) last.text += text
    else result.push({ text, differs })
  }
  passages.forEach(({ text, differs }, at) => {
    const between = text.trim() === '' && passages[at - 1]?.differs && passages[at + 1]?.differs
    const goesOn = passages[at + 1]?.differs ?? false
    const end = differs && !goesOn ? text.trimEnd().length : text.length
    add(text.slice(0, end), differs || between === true)
    add(text.slice(end), false)
  })
  return result
}
