import type { Side } from '#assessments/access.ts'
import type { Assessment } from '#db/queries/assessments.server.ts'
import { formatDate } from './format.ts'
import { homeOf } from './own-side.ts'

/** One page above another. */
export interface Above {
  label: string
  to: string
}

/** The way up from a page of an assessment: the home of whom the person acts for, then the assessment. */
export function wayUp(assessment: Assessment, side: Side): Above[] {
  const home = homeOf(assessment, side)
  return [
    { label: home.name, to: `/organizations/${home.id}` },
    { label: `Assessment as of ${formatDate(assessment.asOf)}`, to: `/assessments/${assessment.id}` },
  ]
}
