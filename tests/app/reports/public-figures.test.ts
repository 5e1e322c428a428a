import { expect, test } from 'vitest'
import { publicFigures } from '#app/reports/public-figures.ts'
import { figures } from './program-figures.ts'

const movement = { n: 30, improved: 20, same: 8, declined: 2, notComparable: 3, medianChange: 4 }

test('the one small part of a movement takes the next smallest with it', () => {
  const { overall } = publicFigures({ ...figures, overall: { ...figures.overall, movement } })
  expect(overall.movement).toEqual({
    ...{ n: 30, improved: 20, same: null, declined: null },
    ...{ notComparable: null, medianChange: 4 },
  })
})

test('none of a movement of fewer than five is told', () => {
  const { overall } = publicFigures({
    ...figures,
    overall: { ...figures.overall, movement: { ...movement, n: 4 } },
  })
  expect(overall.movement).toEqual({
    ...{ n: null, improved: null, same: null, declined: null, notComparable: null, medianChange: null },
  })
})

test('no single agency’s score and no name is among them', () => {
  const { overall, lines } = publicFigures(figures)
  expect(overall.now).toMatchObject({ lowest: null, highest: null, median: 54 })
  expect(lines).toEqual([])
})

test('a share of an item is not told where all but a few of its agencies are in it', () => {
  const [item] = figures.weakest
  if (!item) throw new Error('no item')
  const low = (count: number) =>
    publicFigures({ ...figures, weakest: [{ ...item, low: count, n: 20 }] }).weakest[0]?.low
  expect([low(3), low(5), low(15), low(17), low(20)]).toEqual([null, 5, 15, null, 20])
})

test('a small band takes the next smallest with it, and a band of none is told', () => {
  const bands = [3, 0, 9, 40].map((count, place) => ({ label: `band ${place}`, count }))
  const now = { ...figures.overall.now, n: 52, bands }
  const { overall } = publicFigures({ ...figures, overall: { ...figures.overall, now } })
  expect(overall.now.bands.map(({ count }) => count)).toEqual([null, 0, null, 40])
})
