import { addDays, addMonths, dayOf } from '../calendar.ts'

/** How many days before it expires an assessment is announced, counted from whatever made it due. */
export const noticeDays = 30

/** What an organization says of how long its assessments are kept. */
export interface RetentionRule {
  retentionYears: number | null
  retentionSetAt: Date | null
  timeZone: string
}

/** What of an assessment decides when it expires. */
export interface Expirable {
  id: string
  slug: string
  asOf: string
  startedAt: Date
  /** Its latest frozen copy, also while it is being revised. */
  latest: { finalizedAt: Date } | null
}

/**
 * The days on which an agency's assessments expire, by id; those that don't are left out. The period counts
 * from the as-of date; of one that was never final, from the day on which it was started, as people may still
 * be at work on it. The newest final assessment of a questionnaire never expires, so that a trend keeps a point.
 * Nothing expires within thirty days after the period was set, after it was itself made final, or after a newer
 * one became final: its coordinators could not have been told.
 *
 * @param assessments the newest first
 */
export function expiryDays(rule: RetentionRule, assessments: readonly Expirable[]): Map<string, string> {
  const { retentionYears: years, retentionSetAt, timeZone } = rule
  if (years === null) return new Map()
  return new Map(
    assessments.flatMap((assessment, place) => {
      const { id, asOf, startedAt, latest } = assessment
      const newer = assessments.slice(0, place).flatMap((other) => finalAt(other, assessment.slug))
      if (latest && newer.length === 0) return []
      const causes = [retentionSetAt, latest?.finalizedAt, latest && earliest(newer)]
      const notices = causes
        .filter((moment) => moment instanceof Date)
        .map((moment) => addDays(dayOf(moment, timeZone), noticeDays))
      const from = latest ? asOf : dayOf(startedAt, timeZone)
      return [[id, [addMonths(from, 12 * years), ...notices].sort().at(-1) ?? from] as const]
    }),
  )
}

function finalAt({ slug, latest }: Expirable, wanted: string): Date[] {
  return latest && slug === wanted ? [latest.finalizedAt] : []
}

function earliest(moments: readonly Date[]): Date {
  return new Date(Math.min(...moments.map((moment) => moment.getTime())))
}
