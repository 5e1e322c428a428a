import { describe, expect, it } from 'vitest'
import { questionnaireJson } from '#tests/support/questionnaires.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const sample = files.write('sample.json', questionnaireJson())

describe('pmhc score', () => {
  it('prints the scorecard of a file of responses and nothing else', async () => {
    const responses = files.write('responses.json', {
      questionnaire: 'sample@1.0.0',
      responses: {
        'leadership.workgroup': { value: 4 },
        'leadership.coordinator': { value: 2, note: 'Soon.' },
      },
    })
    const { status, stdout, stderr } = await pmhc(['score', sample, responses])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const all = { score: 50, answered: 2, applicable: 2, completeness: 1, band: 'developing', cappedBy: [] }
    expect(JSON.parse(stdout)).toEqual({
      questionnaire: 'sample@1.0.0',
      overall: all,
      domains: [{ id: 'leadership', ...all }],
    })
  })

  it('scores by the name of a questionnaire that comes with the program', async () => {
    const responses = files.write('none.json', { questionnaire: 'pmhc-self-assessment@1.0.0', responses: {} })
    const { status, stdout } = await pmhc(['score', 'pmhc-self-assessment@1.0.0', responses])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ overall: { score: null, answered: 0, band: null } })
  })

  it.each([
    [
      'a level that is none',
      { 'leadership.workgroup': { value: 6 } },
      'responses["leadership.workgroup"].value',
    ],
    ['an unknown item', { 'leadership.else': { value: 1 } }, 'responses["leadership.else"]: is not an item'],
    [
      'not applicable where it may not be',
      { 'leadership.workgroup': { notApplicable: 'no' } },
      'notApplicable',
    ],
  ])('refuses %s', async (_, responses, sentence) => {
    const file = files.write('wrong.json', { questionnaire: 'sample@1.0.0', responses })
    const { status, stdout, stderr } = await pmhc(['score', sample, file])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  it('refuses responses to another questionnaire, and what is no JSON', async () => {
    const other = files.write('other.json', { questionnaire: 'sample@2.0.0', responses: {} })
    expect(await pmhc(['score', sample, other])).toMatchObject({ status: 1, stdout: '' })
    const broken = files.write('broken.json', '{"questionnaire": ')
    const { status, stderr } = await pmhc(['score', sample, broken])
    expect(status).toBe(1)
    expect(stderr).toContain('broken.json: is not JSON')
  })
})
