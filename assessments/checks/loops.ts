import type { Fault } from '../faults.ts'
import { placedItems, type ItemSketch, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

type Links = ReadonlyMap<string, readonly string[]>

/**
 * Items that are shown only depending on themselves: each loop once, named from its first item on. Of several
 * loops through one item not all may be told at once.
 */
export function checkLoops(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  const places = new Map(items.map(({ path, item }, order) => [item.id ?? '', { path, order }]))
  const links: Links = new Map(items.map(({ item }) => [item.id ?? '', dependencies(item)]))
  const order = (id: string) => places.get(id)?.order ?? 0
  return loopsIn(links)
    .map((loop) => fromFirst(loop, order))
    .sort(([a = ''], [b = '']) => order(a) - order(b))
    .map((loop) => ({
      path: `${places.get(loop[0] ?? '')?.path ?? ''}.shownWhen`,
      reason: `depends on itself: ${named([...loop, ...loop.slice(0, 1)])}`,
    }))
}

function dependencies({ shownWhen }: ItemSketch): string[] {
  const comparisons = [...(shownWhen?.all ?? []), ...(shownWhen?.any ?? [])]
  return comparisons.flatMap((comparison) => (comparison ? [comparison.item] : []))
}

interface Step {
  id: string
  rest: string[]
}

/** The loops that a walk along every link closes: each link is walked once, however many items there are. */
function loopsIn(links: Links): string[][] {
  const begun = new Set<string>()
  const looping = new Set<string>()
  const loops: string[][] = []
  for (const start of links.keys()) {
    const way: Step[] = []
    const places = new Map<string, number>()
    const enter = (id: string) => {
      begun.add(id)
      places.set(id, way.length)
      way.push({ id, rest: [...(links.get(id) ?? [])] })
    }
    if (!begun.has(start)) enter(start)
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const next = step.rest.shift()
      const place = next === undefined ? undefined : places.get(next)
      if (next === undefined) {
        places.delete(step.id)
        way.pop()
      } else if (place !== undefined && !looping.has(step.id)) {
        const loop = way.slice(place).map(({ id }) => id)
        loop.forEach((id) => looping.add(id))
        loops.push(loop)
      } else if (!begun.has(next)) enter(next)
    }
  }
  return loops
}

function fromFirst(loop: string[], order: (id: string) => number): string[] {
  const first = loop.reduce((best, id, i) => (order(id) < order(loop[best] ?? '') ? i : best), 0)
  return [...loop.slice(first), ...loop.slice(0, first)]
}

/** Names ids in a row; of a long row only its beginning and its end. */
function named(ids: string[]): string {
  const words = ids.map((id) => JSON.stringify(id))
  const shown = words.length > 20 ? [...words.slice(0, 10), '…', ...words.slice(-3)] : words
  return shown.join(' → ')
}
