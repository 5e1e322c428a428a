import { checkLevelItems } from './checks/level-items.ts'
import { checkConditions } from './checks/conditions.ts'
import { checkCountyWide } from './checks/county-wide.ts'
import { checkLoops } from './checks/loops.ts'
import { checkReferences } from './checks/references.ts'
import { checkRevision } from './checks/revision.ts'
import { checkScales } from './checks/scales.ts'
import { checkUniqueIds } from './checks/unique-ids.ts'
import type { Fault, Reading } from './faults.ts'
import { readJson } from './json-text.ts'
import { sketchQuestionnaire } from './questionnaire-sketch.ts'
import { questionnaireSchema, type Questionnaire } from './questionnaire.ts'
import { shapeFaults } from './shape-faults.ts'

const checks = [
  checkUniqueIds,
  checkScales,
  checkLevelItems,
  checkReferences,
  checkConditions,
  checkLoops,
  checkCountyWide,
  checkRevision,
]

/**
 * Reads a questionnaire from parsed JSON. Every fault is told at once: those of shape, and those of
 * meaning in whatever part can be read.
 */
export function readQuestionnaire(json: unknown): Reading<{ questionnaire: Questionnaire }> {
  const sketch = sketchQuestionnaire(json)
  const shape = questionnaireSchema.safeParse(json)
  const faults = [
    ...(shape.success ? [] : shapeFaults(questionnaireSchema, json)),
    ...checks.flatMap((check) => check(sketch)),
  ]
  if (shape.success && faults.length === 0) return { status: 'valid', questionnaire: shape.data }
  return { status: 'invalid', faults: distinct(faults) }
}

/** Reads a questionnaire from a file's text; text that isn't JSON is one fault with line and column. */
export function parseQuestionnaire(text: string): Reading<{ questionnaire: Questionnaire }> {
  const reading = readJson(text)
  if (reading.status === 'broken') return { status: 'invalid', faults: [reading.fault] }
  const questionnaire = readQuestionnaire(reading.json)
  if (reading.faults.length === 0) return questionnaire
  const others = questionnaire.status === 'invalid' ? questionnaire.faults : []
  return { status: 'invalid', faults: [...reading.faults, ...others] }
}

function distinct(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.path}\n${fault.reason}`, fault])).values()]
}
