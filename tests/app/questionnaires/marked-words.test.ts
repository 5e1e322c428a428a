import { describe, expect, test } from 'vitest'
import { markWords } from '#app/questionnaires/marked-words.ts'

describe('markWords', () => {
  test('marks the words that the other text doesn’t have', () => {
    expect(markWords('A policy says when to call.', 'A written policy says when to call for help.')).toEqual({
      before: [{ text: 'A policy says when to call.', differs: false }],
      after: [
        { text: 'A ', differs: false },
        { text: 'written', differs: true },
        { text: ' policy says when to call', differs: false },
        { text: ' for help', differs: true },
        { text: '.', differs: false },
      ],
    })
  })

  test('takes words that differ one after the other together', () => {
    const { after } = markWords('Call the crisis line by day.', 'Call the new regional team by day.')
    expect(after.filter(({ differs }) => differs)).toEqual([{ text: 'new regional team', differs: true }])
  })

  test('marks all of two texts that have hardly a word in common', () => {
    expect(markWords('None', 'A rule that everyone knows')).toEqual({
      before: [{ text: 'None', differs: true }],
      after: [{ text: 'A rule that everyone knows', differs: true }],
    })
  })

  test('keeps every letter of both', () => {
    const [before, after] = ['One, two  and\nthree.', 'One two, and four\nfive.']
    const marked = markWords(before, after)
    expect(marked.before.map(({ text }) => text).join('')).toBe(before)
    expect(marked.after.map(({ text }) => text).join('')).toBe(after)
  })
})
