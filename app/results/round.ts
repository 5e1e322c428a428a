import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'

/** A final assessment as results and progress look at it: its latest frozen copy, under its own version. */
export interface FinalRound {
  assessmentId: string
  /** The as-of date, `YYYY-MM-DD`. */
  date: string
  questionnaire: Questionnaire
  /** Those that were scored. */
  responses: Responses
}
