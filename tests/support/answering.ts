import type { Questionnaire } from '#assessments/questionnaire.ts'
import { agencyWithTeam, startOne, type Agency } from './agency.ts'
import { get, post } from './requests.ts'
import { domain, levelItem, otherItem, questionnaire, twoOptions } from './questionnaires.ts'

/** One item of each kind, and one that is shown only from level 3 of the first on. */
export function everyKind(): Questionnaire {
  return questionnaire({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { notApplicable: true, mustHave: true }),
        levelItem('leadership.hours', { shownWhen: { all: [{ item: 'leadership.workgroup', atLeast: 3 }] } }),
        otherItem('yes-no', 'leadership.written'),
        otherItem('choice', 'leadership.model', twoOptions),
        otherItem('choices', 'leadership.members', { ...twoOptions, notApplicable: true }),
        otherItem('number', 'leadership.officers', { unit: 'officers', minimum: 0, maximum: 9999 }),
        otherItem('text', 'leadership.name', { maximumLength: 100 }),
        otherItem('date', 'leadership.since', { minimum: '2000-01-01' }),
      ]),
      domain('training', [
        levelItem('training.basic', { shownWhen: { all: [{ item: 'leadership.officers', atLeast: 10 }] } }),
      ]),
    ],
  })
}

type Person = Parameters<Agency['as']>[0]

/** An agency with an assessment of `everyKind` under way, and how its people ask. */
export async function answering(questionnaires: readonly Questionnaire[] = [everyKind()]) {
  const agency = await agencyWithTeam(questionnaires)
  const assessmentId = await startOne(agency)
  const path = `/assessments/${assessmentId}`
  const open = async (person: Person, below: string, more: Record<string, string> = {}) =>
    get(await agency.as(person), `${path}${below}`, { assessmentId, ...more })
  const sendJson = async (person: Person, body: unknown) => {
    const args = await open(person, '/responses')
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { ...args, request: new Request(args.request, { method: 'POST', body: text }) }
  }
  const sendForm = async (person: Person, domainId: string, fields: [string, string][]) =>
    post(await agency.as(person), `${path}/domains/${domainId}`, fields, { assessmentId, domainId })
  return { agency, assessmentId, path, open, sendJson, sendForm }
}

let saves = 0

/** The body of one save. */
export function saveOf(itemId: string, response: unknown, more: Record<string, unknown> = {}) {
  return { side: 'agency', itemId, response, baseRevision: 0, saveId: `test-save-${++saves}`, ...more }
}
