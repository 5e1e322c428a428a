import type { Side } from '../access.ts'
import type { Questionnaire } from '../questionnaire.ts'
import type { Responses } from '../response.ts'

/** For what a file is read: one side of an assessment under one version. */
export interface ImportTarget {
  questionnaire: Questionnaire
  side: Side
  /** Where a file holds several assessments: the id, in the file, of the one to read. */
  assessment?: string | undefined
}

/** What an import would set. */
export interface Imported {
  /** By item id; items that aren't here stay as they are. */
  responses: Responses
  /** Rows, or assessments of a JSON file, that are another side's or another assessment's. */
  passedOver: number
}

/** An assessment of which two are in the file is not chosen by chance. */
export const severalAssessments = 'is of another assessment; keep one, or choose which'
