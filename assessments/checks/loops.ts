import type { Fault } from '../faults.ts'
import { placedItems, type ItemSketch, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

type Links = ReadonlyMap<string, readonly string[]>

/** Items that are shown only depending on themselves: each loop once, named from its first item on. */
export function checkLoops(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  const links: Links = new Map(items.map(({ item }) => [item.id ?? '', dependencies(item)]))
  const found = new Set<string>()
  return items.flatMap(({ path, item: { id } }) => {
    if (id === undefined || found.has(id)) return []
    const loop = loopFrom(id, links)
    if (loop === null) return []
    loop.forEach((name) => found.add(name))
    const reason = `depends on itself: ${[...loop, id].map((name) => `"${name}"`).join(' → ')}`
    return [{ path: `${path}.shownWhen`, reason }]
  })
}

function dependencies({ shownWhen }: ItemSketch): string[] {
  const comparisons = [...(shownWhen?.all ?? []), ...(shownWhen?.any ?? [])]
  return comparisons.flatMap((comparison) => (comparison ? [comparison.item] : []))
}

/** A shortest way from an item back to itself, by breadth: the items on it in order, or null. */
function loopFrom(start: string, links: Links): string[] | null {
  const ways: string[][] = [[start]]
  const visited = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of links.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return way
      if (!visited.has(next)) ways.push([...way, next])
      visited.add(next)
    }
  }
  return null
}
