import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { responsesToFhir } from '#assessments/fhir/responses-to-fhir.ts'
import { freezeAlone } from '#assessments/frozen-copy.ts'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { sharedCopy } from '#assessments/shared-copy.ts'
import { everything } from '#assessments/sharing.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const name = 'pmhc-self-assessment@1.1.0'
const text = readFileSync('assessments/questionnaires/pmhc-self-assessment/1.1.0.json', 'utf8')
const reading = parseQuestionnaire(text)
if (reading.status === 'invalid') throw new Error('it is no questionnaire')
const { questionnaire } = reading
const responses = { 'leadership.coordinator': { value: 4, note: 'Since May.' } }

function responseFile(): object {
  const document = freezeAlone({
    assessmentId: 'a1',
    asOf: '2026-03-01',
    questionnaire,
    questionnaireSha256: 'f'.repeat(64),
    responses,
    submitted: { person: 'p1', at: '2026-03-02T10:00:00.000Z' },
  })
  const copy = sharedCopy(document, questionnaire, everything)
  const [written] = copy
    ? responsesToFhir(copy, questionnaire, { agency: { id: 'o1', name: 'Lakeside' } })
    : []
  return written ?? {}
}

describe('pmhc fhir', () => {
  it('writes a questionnaire as FHIR, and reads it as it was', async () => {
    const written = await pmhc(['fhir', 'questionnaire', name])
    expect({ ...written, stdout: '' }).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(JSON.parse(written.stdout)).toMatchObject({ resourceType: 'Questionnaire', version: '1.1.0' })
    const read = await pmhc(['fhir', 'read', files.write('questionnaire.json', written.stdout)])
    expect(read).toMatchObject({ status: 0, stderr: '' })
    expect(parseQuestionnaire(read.stdout)).toEqual({
      status: 'valid',
      questionnaire: { ...questionnaire, $schema: undefined },
    })
  })

  it('reads a response as what can be scored', async () => {
    const read = await pmhc(['fhir', 'read', files.write('response.json', responseFile())])
    expect(JSON.parse(read.stdout)).toEqual({ questionnaire: name, responses })
    expect(read).toMatchObject({ status: 0, stderr: "Lakeside, as of 2026-03-01: the agency's own.\n" })
    const scored = await pmhc(['score', name, files.write('responses.json', read.stdout)])
    expect(JSON.parse(scored.stdout)).toMatchObject({ overall: { score: 75, answered: 1 } })
  })

  it('tells each fault with its place, and prints nothing else', async () => {
    const file = files.write('broken.json', { ...responseFile(), status: 'stopped', extension: [] })
    const { status, stdout, stderr } = await pmhc(['fhir', 'read', file])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('broken.json: QuestionnaireResponse.status: must be "completed"')
    expect(stderr).toContain('broken.json: QuestionnaireResponse: has no extension')
  })

  it.each([
    ['what is no JSON', 'FHIR', 'is not JSON'],
    ['another resource', { resourceType: 'Patient' }, 'resourceType: must be "Questionnaire"'],
    [
      'responses to what isn’t there',
      { ...responseFile(), questionnaire: '../../x|1.0.0' },
      'must name one of',
    ],
    ['a file that is too large', ' '.repeat(10_000_001), 'is larger than 10000000 bytes'],
  ])('refuses %s', async (_, content, sentence) => {
    const { status, stdout, stderr } = await pmhc(['fhir', 'read', files.write('wrong.json', content)])
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(sentence)
  })

  it('tells what is lost', async () => {
    const { status, stdout } = await pmhc(['fhir', 'losses'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'hidden-responses' }))
  })
})
