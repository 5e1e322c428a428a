import type { AloneReason } from './alone-reason.ts'

/** For how many days after the agency's submission its partner may take its time. */
export const daysForPartner = 30

/** Where an assessment stands, as far as going on alone depends on it; moments in milliseconds. */
export interface BeforeGoingAlone {
  final: boolean
  /** Whether somebody was asked to rate it too. */
  hasPartner: boolean
  /** Whether it goes on alone already. */
  alone: boolean
  partnershipActive: boolean
  /** When each side submitted; null while it hasn't. */
  submitted: { agency: number | null; partner: number | null }
}

/** The reasons for which an assessment may go on without its partner at a moment; empty where it may not. */
export function reasonsToGoAlone(
  { final, hasPartner, alone, partnershipActive, submitted }: BeforeGoingAlone,
  now: number,
): AloneReason[] {
  if (final || !hasPartner || alone) return []
  const { agency, partner } = submitted
  const overdue = agency !== null && partner === null && now - agency >= daysForPartner * 86_400_000
  return [
    'released',
    ...(overdue ? (['overdue'] as const) : []),
    ...(partnershipActive ? [] : (['partnership-ended'] as const)),
  ]
}
