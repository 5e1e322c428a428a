import type { ChangeName } from '#assessments/change-entries.ts'
import type { ItemDiff } from '#assessments/version-diff.ts'
import { counted } from '../format.ts'

/** What was done to an item, in a word or two. */
export const changeNames: Record<ChangeName, string> = {
  reworded: 'Reworded',
  changed: 'Changed',
  renamed: 'Renamed',
  split: 'Split',
  merged: 'Merged',
  added: 'New',
  retired: 'Retired',
  same: 'As before',
}

/** What was done to an item, and what that means for answers, for whoever gives them. */
export function changeSentence({ change, from, to }: Pick<ItemDiff, 'change' | 'from' | 'to'>): string {
  switch (change) {
    case 'same':
      return 'Asks the same in the same words; something around it is different. Answers stay comparable.'
    case 'reworded':
      return 'Asks the same in other words. Answers stay comparable.'
    case 'renamed':
      return 'Asks the same under another id. Answers stay comparable.'
    case 'changed':
      return `Asks something else now. ${shownBeside}`
    case 'split':
      return `One item became ${to.length}. ${shownBeside}`
    case 'merged':
      return from.length > 1
        ? `${from.length} items became one. ${shownBeside}`
        : `It was merged with others into one. ${shownBeside}`
    case 'added':
      return 'Asked for the first time.'
    case 'retired':
      return 'No longer asked. What was answered stays where it was answered.'
  }
}

const shownBeside = 'Answers can’t be compared: what was answered before is shown beside it, and asked anew.'

/** How many items each change was made to: "2 items reworded". */
export function changeCounts(items: readonly ItemDiff[]): { change: ChangeName; words: string }[] {
  const order = Object.keys(changeNames) as ChangeName[]
  return order.flatMap((change) => {
    const own = items.filter((item) => item.change === change)
    if (own.length === 0) return []
    // Of a split the old item counts, of all else the new ones.
    const count = own.flatMap(({ from, to }) => (change === 'added' ? to : from)).length
    return { change, words: `${counted(count, 'item')} ${changeNames[change].toLowerCase()}` }
  })
}
