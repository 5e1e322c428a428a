import { describe, expect, test } from 'vitest'
import { itemSteps, type ItemStep } from '#assessments/item-steps.ts'
import type { ItemChange } from '#assessments/declared-changes.ts'
import { domain, levelItem, questionnaire } from '#tests/support/questionnaires.ts'

const why = 'The field asked for it.'
const version = (number: string, ids: readonly string[], revises?: string, changes: ItemChange[] = []) => {
  const touched = new Set(changes.flatMap((change) => ('item' in change ? [change.item] : change.to)))
  const same = ids.map((id) => `care.${id}`).filter((id) => !touched.has(id))
  return questionnaire({
    version: number,
    domains: [
      domain(
        'care',
        ids.map((id) => levelItem(`care.${id}`)),
      ),
    ],
    ...(revises !== undefined && { revises: { version: revises, same, changes } }),
  })
}

const first = version('1.0.0', ['a', 'b', 'c', 'd', 'e'])
const second = version('1.1.0', ['a', 'b2', 'c1', 'c2', 'd', 'e'], '1.0.0', [
  { change: 'reworded', item: 'care.a', why },
  { change: 'renamed', from: 'care.b', to: 'care.b2', why },
  { change: 'split', from: 'care.c', to: ['care.c1', 'care.c2'], why },
])
const third = version('1.2.0', ['a', 'b2', 'cd', 'c2', 'new'], '1.1.0', [
  { change: 'changed', item: 'care.b2', why },
  { change: 'merged', from: ['care.c1', 'care.d'], to: 'care.cd', why },
  { change: 'retired', item: 'care.e', why },
  { change: 'added', item: 'care.new', why },
])
const branch = version('1.1.1', ['a', 'b2', 'c1', 'c2', 'd', 'e'], '1.1.0', [
  { change: 'reworded', item: 'care.d', why },
])
const lineage = [third, first, branch, second]

const told = (steps: readonly ItemStep[]) => steps.map(({ change, version: by }) => `${change} in ${by}`)
const between = (older: string, newer: string) => itemSteps(lineage, older, newer)

describe('itemSteps', () => {
  test.each([
    ['care.a', ['reworded in 1.1.0']],
    ['care.b2', ['renamed in 1.1.0', 'changed in 1.2.0']],
    ['care.cd', ['split in 1.1.0', 'merged in 1.2.0']],
    ['care.c2', ['split in 1.1.0']],
    ['care.new', ['added in 1.2.0']],
  ])('tells how %s of the newer version came about, in order', (id, steps) => {
    expect(told(between('1.0.0', '1.2.0').ofNewer(id))).toEqual(steps)
  })

  test.each([
    ['care.b', ['renamed in 1.1.0', 'changed in 1.2.0']],
    ['care.c', ['split in 1.1.0', 'merged in 1.2.0']],
    ['care.d', ['merged in 1.2.0']],
    ['care.e', ['retired in 1.2.0']],
  ])('tells what became of %s of the older version', (id, steps) => {
    expect(told(between('1.0.0', '1.2.0').ofOlder(id))).toEqual(steps)
  })

  test('tells a step whole, with the author’s sentence', () => {
    expect(between('1.1.0', '1.2.0').ofNewer('care.cd')).toEqual([
      {
        change: 'merged',
        version: '1.2.0',
        revised: '1.1.0',
        from: ['care.c1', 'care.d'],
        to: ['care.cd'],
        why,
      },
    ])
  })

  test('goes by the version in common where neither revises the other', () => {
    const steps = between('1.1.1', '1.2.0')
    expect(told(steps.ofNewer('care.cd'))).toEqual(['reworded in 1.1.1', 'merged in 1.2.0'])
    expect(told(steps.ofOlder('care.d'))).toEqual(['reworded in 1.1.1', 'merged in 1.2.0'])
    expect(told(steps.ofOlder('care.a'))).toEqual([])
  })

  test('goes backwards where the later round was answered under the earlier version', () => {
    const steps = between('1.2.0', '1.1.0')
    expect(told(steps.ofOlder('care.new'))).toEqual(['added in 1.2.0'])
    expect(told(steps.ofNewer('care.e'))).toEqual(['retired in 1.2.0'])
  })

  test('knows nothing within one version, and between versions that nothing joins', () => {
    expect(between('1.1.0', '1.1.0').ofNewer('care.b2')).toEqual([])
    const alone = version('9.0.0', ['a'])
    expect(itemSteps([...lineage, alone], '1.0.0', '9.0.0').ofNewer('care.a')).toEqual([])
  })
})
