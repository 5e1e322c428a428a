import { writeFile } from 'node:fs/promises'
import { exportedAssessmentJsonSchema } from '../assessments/exporting/exported-assessment-json-schema.ts'

/** Writes exported-assessment.schema.json anew; a test fails while it differs from the schema. */
const file = new URL('../assessments/exporting/exported-assessment.schema.json', import.meta.url)
await writeFile(file, `${JSON.stringify(exportedAssessmentJsonSchema(), null, 2)}\n`)
process.stderr.write(`wrote ${file.pathname}\n`)
