import type { Fault } from '../faults.ts'
import { placedItems, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

/** Sources and resources that items name, each there and named once. */
export function checkReferences(sketch: QuestionnaireSketch): Fault[] {
  return placedItems(sketch).flatMap(({ path, item }) =>
    (['sources', 'resources'] as const).flatMap((list) =>
      item[list].flatMap((id, i) => {
        if (id === undefined) return []
        const at = `${path}.${list}[${i}]`
        if (!Object.hasOwn(sketch[list] ?? {}, id))
          return [{ path: at, reason: `"${id}" is not in "${list}"` }]
        return item[list].indexOf(id) < i ? [{ path: at, reason: `"${id}" is there twice` }] : []
      }),
    ),
  )
}
