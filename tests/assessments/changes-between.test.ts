import { describe, expect, test } from 'vitest'
import { changesBetween } from '#assessments/changes-between.ts'
import { diffVersions } from '#assessments/version-diff.ts'
import { domain, levelItem, questionnaire, type Json } from '#tests/support/questionnaires.ts'

const care = (...items: Json[]) => ({ domains: [domain('care', items)] })
const inWords = (id: string, question: string) => levelItem(id, { question })

const first = questionnaire(
  care(levelItem('care.kept'), levelItem('care.words'), levelItem('care.whole'), levelItem('care.gone')),
)
const second = questionnaire({
  ...care(
    levelItem('care.kept'),
    inWords('care.words', 'In other words?'),
    levelItem('care.one'),
    levelItem('care.two'),
    levelItem('care.gone'),
    levelItem('care.new'),
  ),
  version: '1.1.0',
  revises: {
    version: '1.0.0',
    same: ['care.kept', 'care.gone'],
    changes: [
      { change: 'reworded', item: 'care.words', why: 'It was long.' },
      { change: 'split', from: 'care.whole', to: ['care.one', 'care.two'], why: 'It asked two things.' },
      { change: 'added', item: 'care.new', why: 'It was missing.' },
    ],
  },
})
const third = questionnaire({
  ...care(
    levelItem('care.kept'),
    inWords('care.words', 'In still other words?'),
    inWords('care.one', 'One?'),
    levelItem('care.two'),
    levelItem('care.new'),
  ),
  version: '1.2.0',
  revises: {
    version: '1.1.0',
    same: ['care.kept', 'care.two', 'care.new'],
    changes: [
      { change: 'reworded', item: 'care.words', why: 'It was still long.' },
      { change: 'reworded', item: 'care.one', why: 'It was vague.' },
      { change: 'retired', item: 'care.gone', why: 'Nobody could know it.' },
    ],
  },
})
const lineage = [first, second, third]
const became = (older: typeof first, newer: typeof first) =>
  changesBetween(lineage, older, newer).items.map(({ change, from, to, why }) => ({ change, from, to, why }))

describe('changesBetween', () => {
  test('is what the newer version declares where it revises the older', () => {
    expect(changesBetween(lineage, first, second)).toEqual(diffVersions(first, second))
  })

  test('follows each item over the versions between, with all reasons', () => {
    expect(became(first, third)).toEqual([
      { change: 'same', from: ['care.kept'], to: ['care.kept'], why: null },
      {
        ...{ change: 'reworded', from: ['care.words'], to: ['care.words'] },
        why: 'It was long. It was still long.',
      },
      {
        ...{ change: 'split', from: ['care.whole'], to: ['care.one', 'care.two'] },
        why: 'It asked two things. It was vague.',
      },
      { change: 'added', from: [], to: ['care.new'], why: 'It was missing.' },
      { change: 'retired', from: ['care.gone'], to: [], why: 'Nobody could know it.' },
    ])
    const words = changesBetween(lineage, first, third).items[1]
    expect(words).toMatchObject({
      comparable: true,
      differences: [
        { field: 'question', before: 'How far along is care.words?', after: 'In still other words?' },
      ],
    })
  })

  test('reads backwards too, where no reason holds', () => {
    expect(became(third, first)).toMatchObject([
      { change: 'same', to: ['care.kept'] },
      { change: 'reworded', why: null },
      { change: 'merged', from: ['care.one', 'care.two'], to: ['care.whole'] },
      { change: 'added', to: ['care.gone'], why: null },
      { change: 'retired', from: ['care.new'], why: null },
    ])
  })

  test('infers where the two have no version in common', () => {
    const other = questionnaire({ ...care(levelItem('care.kept')), version: '9.0.0' })
    expect(changesBetween([...lineage, other], first, other)).toEqual(diffVersions(first, other))
  })
})
