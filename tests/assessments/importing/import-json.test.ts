import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { importJson } from '#assessments/importing/import-json.ts'
import type { ImportTarget } from '#assessments/importing/import-target.ts'
import { arbitraryAnswers, everyAnswer, everyKind, exportable } from '#tests/support/exportables.ts'

const target: ImportTarget = { questionnaire: everyKind, side: 'agency' }
const one = exportedAssessment(exportable())
const another = { ...one, assessment: 'assessment-2' }
const read = { status: 'valid', responses: everyAnswer, passedOver: 0 }
function faultsOf(text: string, of = target) {
  const reading = importJson(of, text)
  return reading.status === 'invalid' ? reading.faults.map(({ path, reason }) => `${path}: ${reason}`) : []
}

describe('importJson', () => {
  test.each([
    ['an exported assessment', JSON.stringify(one, null, 2)],
    ['a list of one', JSON.stringify([one])],
    ['one line of newline-delimited JSON', `\uFEFF${JSON.stringify(one)}\r\n`],
    ['a file of responses', JSON.stringify(one.responses?.agency)],
  ])('reads %s', (_, text) => {
    expect(importJson(target, text)).toEqual(read)
  })

  test('reads each side as it was exported, whatever was answered', () => {
    fc.assert(
      fc.property(arbitraryAnswers, arbitraryAnswers, (agency, partner) => {
        const text = JSON.stringify(exportedAssessment(exportable({ agency, partner })))
        expect(importJson(target, text)).toEqual({ ...read, responses: agency })
        expect(importJson({ ...target, side: 'partner' }, text)).toEqual({ ...read, responses: partner })
      }),
    )
  })

  test('reads the assessment that is chosen, of a list and of lines', () => {
    for (const text of [
      JSON.stringify([another, one]),
      `${JSON.stringify(another)}\n${JSON.stringify(one)}\n`,
    ]) {
      expect(importJson({ ...target, assessment: 'assessment-1' }, text)).toEqual({ ...read, passedOver: 1 })
      expect(importJson({ ...target, assessment: 'assessment-3' }, text)).toMatchObject({ status: 'invalid' })
    }
    expect(faultsOf(JSON.stringify([another, one]))).toEqual([
      '[1]: is of another assessment; keep one, or choose which',
    ])
    expect(faultsOf(`${JSON.stringify(another)}\n${JSON.stringify(one)}`)).toEqual([
      'line 2: is of another assessment; keep one, or choose which',
    ])
  })

  test('tells every fault with its JSON path', () => {
    const responses = { ...everyAnswer, 'leadership.workgroup': { value: 9 }, 'no.item': {} }
    const wrong = { ...one, responses: { agency: { questionnaire: 'sample@1.0.0', responses } } }
    expect(faultsOf(JSON.stringify([wrong]))).toEqual([
      '[0].responses.agency.questionnaire: is "sample@1.0.0", and not "sample@1.2.0"',
      '[0].responses.agency.responses["leadership.workgroup"].value: must be one of the levels 1, 2, 3, 4, 5',
      '[0].responses.agency.responses["no.item"]: is not an item of sample@1.2.0',
    ])
  })

  test('says where a side or the format is not there', () => {
    expect(faultsOf(JSON.stringify(one), { ...target, side: 'partner' })).toEqual([
      'responses.partner: is not in this file',
    ])
    expect(faultsOf(JSON.stringify({ ...one, format: 'other' }))).toEqual([
      'format: must be "pmhc-assessment/1"',
    ])
    expect(faultsOf('[]')).toEqual([': holds no assessment that is meant'])
  })

  test.each([
    ['{', 'is not JSON: a key in double quotes was expected at line 1, column 2'],
    ['', 'is not JSON: it ends too early at line 1, column 1'],
    ['['.repeat(100_000), 'is not JSON: lists and objects are nested too deep at line 1, column 102'],
  ])('tells where %.5s breaks', (text, reason) => {
    expect(faultsOf(text)).toEqual([`: ${reason}`])
  })

  test('takes no key for what it is not', () => {
    const item =
      '"__proto__": {"value": 3}, "constructor": {"value": 3}, "leadership.workgroup": {"__proto__": {"value": 3}}'
    expect(faultsOf(`{"questionnaire": "sample@1.2.0", "responses": {${item}}}`)).toEqual([
      'responses.__proto__: is not an item of sample@1.2.0',
      'responses.constructor: is not an item of sample@1.2.0',
      'responses["leadership.workgroup"].__proto__: is not a known key',
    ])
    expect(Object.prototype).not.toHaveProperty('value')
  })

  test('names a key that is there twice', () => {
    const item = '"leadership.workgroup": {"value": 3}, "leadership.workgroup": {"value": 4}'
    expect(faultsOf(`{"questionnaire": "sample@1.2.0", "responses": {${item}}}`)).toEqual([
      'responses["leadership.workgroup"]: is there twice',
    ])
  })
})
