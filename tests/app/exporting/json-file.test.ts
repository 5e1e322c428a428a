import { expect, test } from 'vitest'
import { jsonFile, ndjsonFile } from '#app/exporting/json-file.ts'
import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { exportable } from '#tests/support/exportables.ts'
import { bytesOf } from '#tests/support/file-bytes.ts'

const one = exportedAssessment(exportable())

test.each([[[]], [[one]], [[one, one, one]]])(
  'jsonFile writes a list of the assessments',
  async (assessments) => {
    const { bytes, rows } = await bytesOf(jsonFile(assessments))
    expect(JSON.parse(bytes.toString())).toEqual(assessments)
    expect(rows).toBe(assessments.length)
  },
)

test('ndjsonFile writes one assessment a line, and ends each', async () => {
  const { bytes, rows } = await bytesOf(ndjsonFile([one, one]))
  const lines = bytes.toString().split('\n')
  expect(lines.slice(0, -1).map((line): unknown => JSON.parse(line))).toEqual([one, one])
  expect(lines.at(-1)).toBe('')
  expect(rows).toBe(2)
})
