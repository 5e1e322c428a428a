import type { AloneReason } from '#assessments/alone-reason.ts'

/** Each reason as the form offers it. */
export function reasonWords(reason: AloneReason, partnerName: string): string {
  switch (reason) {
    case 'released':
      return `We release ${partnerName} from this assessment.`
    case 'overdue':
      return `${partnerName} has not submitted within 30 days after we did.`
    case 'partnership-ended':
      return `Our partnership with ${partnerName} has ended.`
  }
}
