import type { Fault } from '../faults.ts'
import { measureOf, placedItems, type QuestionnaireSketch } from '../questionnaire-sketch.ts'

/** Levels and bands that rise, bands that begin at 0, and ranges the right way round. */
export function checkScales(sketch: QuestionnaireSketch): Fault[] {
  const bounds = sketch.scoring.bands.map((band) => band?.from)
  return [
    ...checkMinutes(sketch),
    ...rising(
      sketch.levels.map((level) => level?.value),
      (i) => `levels[${i}].value`,
    ),
    ...(bounds[0] === undefined || bounds[0] === 0
      ? []
      : [{ path: 'scoring.bands[0].from', reason: 'must be 0: the lowest band begins there' }]),
    ...rising(bounds, (i) => `scoring.bands[${i}].from`),
    ...checkRanges(sketch),
  ]
}

function rising(values: (number | undefined)[], path: (index: number) => string): Fault[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1]
    if (value === undefined || before === undefined || value > before) return []
    return [{ path: path(i), reason: `must be above the one before it, ${before}` }]
  })
}

function checkMinutes({ minutes }: QuestionnaireSketch): Fault[] {
  if (!minutes || minutes.least <= minutes.most) return []
  return [{ path: 'minutes.most', reason: `must be at least the "least", ${minutes.least}` }]
}

function checkRanges(sketch: QuestionnaireSketch): Fault[] {
  return placedItems(sketch).flatMap(({ path, item }) => {
    const measure = measureOf(item)
    if (measure?.kind === 'number' && measure.minimum >= measure.maximum) {
      return [{ path: `${path}.maximum`, reason: `must be above the minimum, ${measure.minimum}` }]
    }
    if (measure?.kind === 'date' && (measure.minimum ?? '') > (measure.maximum ?? '9')) {
      return [{ path: `${path}.maximum`, reason: `must not be before the minimum, ${measure.minimum ?? ''}` }]
    }
    return []
  })
}
