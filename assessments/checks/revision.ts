import type { Fault } from '../faults.ts'
import { isHigherVersion } from '../version-order.ts'
import type { QuestionnaireSketch } from '../questionnaire-sketch.ts'

/** A version that revises another must be higher than that. */
export function checkRevision({ version, revises }: QuestionnaireSketch): Fault[] {
  if (version === undefined || revises === undefined) return []
  if (isHigherVersion(version, revises.version) !== false) return []
  return [{ path: 'version', reason: `must be higher than ${revises.version}, which it revises` }]
}
