import type { Fault } from '../faults.ts'
import { passingLevel } from '../item.ts'
import {
  readableLevels,
  placedItems,
  type PlacedItem,
  type QuestionnaireSketch,
} from '../questionnaire-sketch.ts'

type Levels = ReturnType<typeof readableLevels>

/** At least one scored item; each with an anchor for each level and no other; must-haves that can be failed. */
export function checkLevelItems(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  const scored = items.filter(({ item }) => item.kind === 'level')
  const levels = readableLevels(sketch)
  const unreadable = items.some(({ item }) => item.kind === undefined)
  const none =
    items.length > 0 && scored.length === 0 && !unreadable
      ? [{ path: 'domains', reason: 'must hold at least one item of the kind "level": nothing is scored' }]
      : []
  return [
    ...none,
    ...scored.flatMap((placed) => [...anchorFaults(placed, levels), ...mustHaveFaults(placed, levels)]),
  ]
}

function anchorFaults({ path, item: { anchors } }: PlacedItem, { values, complete }: Levels): Fault[] {
  if (anchors === undefined) return []
  const expected = values.map(String)
  const missing = expected.filter((level) => !Object.hasOwn(anchors, level))
  const others = Object.keys(anchors).filter((level) => /^\d+$/.test(level) && !expected.includes(level))
  const surplus = complete ? others : []
  return [
    ...missing.map((level) => ({ path: `${path}.anchors`, reason: `has no anchor for level ${level}` })),
    ...surplus.map((level) => ({ path: `${path}.anchors.${level}`, reason: `there is no level ${level}` })),
  ]
}

function mustHaveFaults({ path, item }: PlacedItem, { values, complete }: Levels): Fault[] {
  const passing = passingLevel(item)
  if (passing === null || !complete) return []
  if (!values.includes(passing)) {
    return [{ path: `${path}.mustHave`, reason: `level ${passing} should pass, but there is no such level` }]
  }
  if (passing === Math.min(...values)) {
    return [
      { path: `${path}.mustHave`, reason: `level ${passing} is the lowest, so that nothing could fail` },
    ]
  }
  return []
}
