import { writeFile } from 'node:fs/promises'
import { questionnaireJsonSchema } from '../assessments/questionnaire-json-schema.ts'

/** Writes assessments/questionnaire.schema.json anew; a test fails while it differs from the schema. */
const file = new URL('../assessments/questionnaire.schema.json', import.meta.url)
await writeFile(file, `${JSON.stringify(questionnaireJsonSchema(), null, 2)}\n`)
process.stderr.write(`wrote ${file.pathname}\n`)
