import { z } from 'zod'
import { exportedAssessmentSchema } from './exported-assessment.ts'

/** The JSON Schema (2020-12) of one exported assessment: a line of newline-delimited JSON, an entry of a JSON file. */
export function exportedAssessmentJsonSchema(): object {
  return { title: 'Exported assessment', ...z.toJSONSchema(exportedAssessmentSchema) }
}
