import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { answer, startOne } from './agency.ts'
import { coRated } from './co-rated.ts'
import { catalogOf } from './program.ts'
import { get, post } from './requests.ts'
import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'

/** Why the second version changed what it did. */
export const because = {
  split: 'Day and night are staffed by others.',
  merged: 'Nobody told the two apart.',
  changed: 'It now asks for a plan of two years.',
  reworded: 'Plainer words.',
}
export const firstVersion: Questionnaire = questionnaire({
  domains: [
    domain('care', [
      levelItem('care.same', { notApplicable: true }),
      levelItem('care.old-name'),
      levelItem('care.whole', { question: 'Is there a team at all hours?' }),
      levelItem('care.left'),
      levelItem('care.right'),
      levelItem('care.gone'),
      levelItem('care.budget', { answeredBy: 'agency' }),
    ]),
    domain('people', [
      levelItem('people.trained', { question: 'Are all trained?' }),
      otherItem('text', 'people.plan', { maximumLength: 200 }),
    ]),
  ],
})

/** What it did to the first: each kind of change once, and one answer that it can't hold any more. */
export const secondVersion: Questionnaire = questionnaire({
  version: '1.1.0',
  domains: [
    domain('care', [
      levelItem('care.same'),
      levelItem('care.new-name'),
      levelItem('care.day', { question: 'Is there a team by day?' }),
      levelItem('care.night', { question: 'Is there a team by night?' }),
      levelItem('care.joined'),
      levelItem('care.budget', { answeredBy: 'agency' }),
    ]),
    domain('people', [
      levelItem('people.trained', { question: 'Is everybody trained?' }),
      otherItem('text', 'people.plan', { maximumLength: 200, question: 'What is the plan for two years?' }),
      levelItem('people.new'),
    ]),
  ],
  revises: {
    version: '1.0.0',
    same: ['care.same', 'care.budget'],
    changes: [
      { change: 'renamed', from: 'care.old-name', to: 'care.new-name', why: 'A better name.' },
      { change: 'split', from: 'care.whole', to: ['care.day', 'care.night'], why: because.split },
      { change: 'merged', from: ['care.left', 'care.right'], to: 'care.joined', why: because.merged },
      { change: 'retired', item: 'care.gone', why: 'Nobody needs it.' },
      { change: 'reworded', item: 'people.trained', why: because.reworded },
      { change: 'changed', item: 'people.plan', why: because.changed },
      { change: 'added', item: 'people.new', why: 'Asked for by many.' },
    ],
  },
})

/** What the agency answered to the first version, every item of it. */
export const lastAnswers: Responses = {
  'care.same': { notApplicable: 'The county has none.', note: 'Ask Ada.' },
  'care.old-name': { value: 3, note: 'Since May.', evidence: ['https://example.org/'] },
  'care.whole': { value: 4, note: 'Around the clock.' },
  'care.left': { value: 2 },
  'care.right': { dontKnow: true },
  'care.gone': { value: 5 },
  'care.budget': { value: 1 },
  'people.trained': { value: 4 },
  'people.plan': { value: 'To hire two clinicians.' },
}

/**
 * An agency and its partner whose last assessment, as of November 2025 on the first version, is final, and a
 * new one on the second version that both answer.
 */
export async function secondRound(partnerAnswers: Responses = { 'care.old-name': { value: 5 } }) {
  const rated = await coRated([firstVersion])
  const { agency, program, partnershipId, assessmentId: lastId } = rated
  const { assessments } = program.database.tables
  program.setNow(new Date('2025-11-20T17:00:00Z'))
  await program.database.orm.update(assessments).set({ asOf: '2025-11-03', startedAt: program.now() })
  await answer(agency, lastId, lastAnswers)
  for (const [item, response] of Object.entries(partnerAnswers)) {
    await rated.save(lastId, 'partner', item, response)
  }
  await program.database.orm.update(assessments).set({ stage: 'final' })
  program.setNow(new Date('2026-11-23T17:00:00Z'))
  program.catalog = catalogOf([firstVersion, secondVersion])
  const assessmentId = await startOne(agency, '2026-11-01', partnershipId)
  const path = (below: string) => `/assessments/${assessmentId}${below}`
  type Person = Parameters<typeof agency.as>[0]
  return {
    ...{ rated, agency, program, partner: rated.partner, partnershipId, lastId, assessmentId },
    /** What a loader or action is called with when somebody of the agency asks. */
    open: async (below: string, who: Person = 'contributor', params: Record<string, string> = {}) =>
      get(await agency.as(who), path(below), { assessmentId, ...params }),
    send: async (below: string, fields: [string, string][], who: Person = 'contributor') =>
      post(await agency.as(who), path(below), fields, { assessmentId }),
    /** The same of the partner. */
    openAsPartner: async (below: string, params: Record<string, string> = {}) =>
      get(await rated.asPartner('contributor'), path(below), { assessmentId, ...params }),
    sendAsPartner: async (below: string, fields: [string, string][]) =>
      post(await rated.asPartner('contributor'), path(below), fields, { assessmentId }),
    /** The responses of a side as they are now. */
    own: async (side: 'agency' | 'partner' = 'agency') =>
      Object.fromEntries(
        [...(await readResponses(program.database, assessmentId, side))].map(([id, { response }]) => [
          id,
          response,
        ]),
      ),
  }
}

export type SecondRound = Awaited<ReturnType<typeof secondRound>>
