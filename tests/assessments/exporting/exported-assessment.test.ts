import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  exportedAssessment,
  exportedAssessmentSchema,
  responsesToScore,
} from '#assessments/exporting/exported-assessment.ts'
import { exportedAssessmentJsonSchema } from '#assessments/exporting/exported-assessment-json-schema.ts'
import { scorecardText } from '#assessments/frozen-copy.ts'
import { parseResponsesFile } from '#assessments/responses.ts'
import { scoreResponses } from '#assessments/scoring.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { arbitraryAnswers, everyAnswer, everyKind, exportable } from '#tests/support/exportables.ts'

const validate = new Ajv2020({ formats: { date: true, 'date-time': true } }).compile(
  exportedAssessmentJsonSchema(),
)
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('exportedAssessment', () => {
  test('is valid by its schema and by the published one, whatever was answered', () => {
    const sides = fc.record({ agency: arbitraryAnswers, partner: arbitraryAnswers, agreed: arbitraryAnswers })
    fc.assert(
      fc.property(sides, (responses) => {
        const json = asRead(exportedAssessment(exportable(responses)))
        expect(exportedAssessmentSchema.parse(json)).toEqual(json)
        expect(validate(json), JSON.stringify(validate.errors)).toBe(true)
      }),
    )
  })

  test('is refused by the published schema where a part is missing, unknown or wrong', () => {
    const json = exportedAssessment(exportable())
    expect(validate({ ...json, more: 1 })).toBe(false)
    expect(validate({ ...json, scorecard: undefined })).toBe(false)
    expect(validate({ ...json, scorecardSha256: 'abc' })).toBe(false)
  })

  test('says all that is known of it beside the answers', () => {
    const source = exportable({ partner: everyAnswer })
    const shared = {
      ...source.shared,
      alone: 'released' as const,
      settled: { 'practice.training': 'same' as const },
    }
    expect(exportedAssessment({ ...source, shared })).toMatchObject({
      agency: source.agency,
      assessment: 'assessment-1',
      copy: 1,
      asOf: '2026-03-01',
      finalizedAt: '2026-03-02T10:00:00.500Z',
      questionnaire: { name: 'sample@1.2.0' },
      engine: '1',
      coReviewed: false,
      alone: 'released',
      sharing: { step: 'answers', notes: true, partner: true },
      settled: { 'practice.training': 'same' },
    })
  })

  test('holds all that scores it again, byte for byte', () => {
    const sides = fc.record(
      { agency: arbitraryAnswers, agreed: arbitraryAnswers },
      { requiredKeys: ['agency'] },
    )
    fc.assert(
      fc.property(sides, (responses) => {
        const exported = exportedAssessment(exportable(responses))
        const file = parseResponsesFile(everyKind, asRead(responsesToScore(exported)))
        if (file.status === 'invalid') throw new Error(JSON.stringify(file.faults))
        const again = scorecardText(scoreResponses(everyKind, file.responses))
        expect(again).toBe(scorecardText(exported.scorecard))
        expect(sha256(again)).toBe(exported.scorecardSha256)
      }),
    )
  })

  test('says which side is scored, and has none where answers are not shared', () => {
    expect(exportedAssessment(exportable()).scoredSide).toBe('agency')
    expect(exportedAssessment(exportable({ agreed: everyAnswer })).scoredSide).toBe('agreed')
    const { shared, ...rest } = exportable()
    const scoresOnly = exportedAssessment({ ...rest, shared: { ...shared, responses: null } })
    expect(responsesToScore(scoresOnly)).toBeNull()
    expect(validate(asRead(scoresOnly))).toBe(true)
  })
})

test('exported-assessment.schema.json is what scripts/write-exported-assessment-schema.ts writes', () => {
  const file = new URL('../../../assessments/exporting/exported-assessment.schema.json', import.meta.url)
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(exportedAssessmentJsonSchema(), null, 2)}\n`)
})
