import { joinPaths, type Fault } from '../faults.ts'
import { measureOf, placedItems, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

interface PlacedId {
  path: string
  id: string | undefined
}

/** Ids of domains, items, bands and of one item's options, each given once only. */
export function checkUniqueIds(sketch: QuestionnaireSketch): Fault[] {
  const items = placedItems(sketch)
  return [
    ...repeated(sketch.scoring.bands.map((band, i) => ({ path: `scoring.bands[${i}].id`, id: band?.id }))),
    ...repeated(sketch.domains.map((domain, i) => ({ path: `domains[${i}].id`, id: domain?.id }))),
    ...repeated(items.map(({ path, item }) => ({ path: `${path}.id`, id: item.id }))),
    ...items.flatMap(({ path, item }) => {
      const measure = measureOf(item)
      const options = measure && 'options' in measure ? measure.options : []
      return repeated(options.map(({ id }, i) => ({ path: joinPaths(path, `options[${i}].id`), id })))
    }),
  ]
}

function repeated(ids: PlacedId[]): Fault[] {
  const first = new Map<string, string>()
  return ids.flatMap(({ path, id }) => {
    if (id === undefined) return []
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, path)
    return earlier === undefined ? [] : [{ path, reason: `"${id}" is the id of ${earlier} already` }]
  })
}
