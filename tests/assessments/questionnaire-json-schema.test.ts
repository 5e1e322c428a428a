import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { questionnaireJsonSchema } from '#assessments/questionnaire-json-schema.ts'

test('assessments/questionnaire.schema.json is what scripts/write-questionnaire-schema.ts writes', () => {
  const file = new URL('../../assessments/questionnaire.schema.json', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(questionnaireJsonSchema(), null, 2)}\n`)
})
