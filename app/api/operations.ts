import type { z } from 'zod'
import { agenciesQuery, agencyQuery, assessmentsQuery, noQuery } from './queries.ts'
import type { SchemaName } from './schemas.ts'

/** Something that can be asked of the API. */
export interface Operation {
  /** As OpenAPI writes it. */
  path: string
  id: string
  summary: string
  /** Whose token it takes; null where it takes none. */
  token: 'any' | 'agency' | 'program' | 'agency or program' | null
  query: z.ZodObject
  answer: SchemaName
}

/** Where the API is. */
export const apiRoot = '/api/v1'

const none = { query: noQuery }

/** Everything that can be asked of the API; all of it is read with GET. */
export const operations: readonly Operation[] = [
  { ...none, path: '', id: 'getApi', summary: 'What there is', token: null, answer: 'Api' },
  {
    ...none,
    path: '/openapi.json',
    id: 'getDocument',
    summary: 'This document',
    token: null,
    answer: 'Document',
  },
  {
    ...{ path: '/questionnaires', id: 'listQuestionnaires', answer: 'Questionnaires' },
    ...{ ...none, token: null, summary: 'Every version of every questionnaire' },
  },
  {
    ...{ path: '/questionnaires/{slug}/{version}', id: 'getQuestionnaire', answer: 'Questionnaire' },
    ...{ ...none, token: null, summary: 'One version of a questionnaire, as its canonical JSON' },
  },
  {
    ...{ path: '/organization', id: 'getOrganization', answer: 'Organization' },
    ...{ ...none, token: 'any', summary: 'The organization whose token this is' },
  },
  {
    ...{ path: '/assessments', id: 'listAssessments', answer: 'Assessments' },
    ...{ query: assessmentsQuery, token: 'agency' },
    summary:
      'The agency’s own final assessments, each as it was last made final, in the order they were started',
  },
  {
    ...{ path: '/assessments/{assessmentId}', id: 'getAssessment', answer: 'Assessment' },
    ...{ ...none, token: 'agency or program' },
    summary: 'A final assessment, as it was last made final and as far as it is shared',
  },
  {
    ...{ path: '/agencies', id: 'listAgencies', answer: 'Agencies' },
    ...{ query: agenciesQuery, token: 'program', summary: 'The agencies that share with the program' },
  },
  {
    ...{ path: '/agencies/{agencyId}', id: 'getAgency', answer: 'Agency' },
    ...{ query: agencyQuery, token: 'program', summary: 'An agency that shares with the program' },
  },
  {
    ...{ path: '/agencies/{agencyId}/assessments', id: 'listAgencyAssessments', answer: 'Assessments' },
    ...{ query: assessmentsQuery, token: 'program' },
    summary: 'The final assessments of an agency, as far as it shares them; none unless it shares scores',
  },
]
