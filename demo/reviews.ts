/** How a partner rated a round beside its agency. */
export interface DemoReview {
  /** The partner's name. */
  partner: string
  /** How many of a hundred items the partner sees another way than the agency. */
  apart: number
  /** How many of those it sees two levels or more away. */
  wide: number
  /** From −1, the agency always rates lower, to 1, always higher. */
  lean: number
  /** How it ended. */
  end: 'signed' | 'overdue'
}

const harborlight = 'Harborlight Behavioral Health'
const greywater = 'Greywater County Mental Health Authority'
const ellery = 'Ellery Crisis Line and Mobile Response'
const twoRivers = 'Two Rivers Recovery Center'
const northern = 'Northern Winnemac Counseling Cooperative'

const signed = { end: 'signed' } as const

/** The rounds that a partner rated too, by agency and by the round's place, from 0. */
export const reviews: Readonly<Record<string, Readonly<Record<number, DemoReview>>>> = {
  'Larkmoor Police Department': {
    1: { partner: harborlight, apart: 52, wide: 38, lean: 0.7, ...signed },
    2: { partner: harborlight, apart: 30, wide: 16, lean: 0.4, ...signed },
  },
  'Greywater County Sheriff’s Office': {
    1: { partner: greywater, apart: 45, wide: 30, lean: 0.3, ...signed },
    2: { partner: greywater, apart: 34, wide: 20, lean: -0.2, ...signed },
  },
  'Port Ellery Police Department': {
    1: { partner: ellery, apart: 40, wide: 20, lean: 0.5, ...signed },
    2: { partner: ellery, apart: 32, wide: 15, lean: 0.4, ...signed },
    3: { partner: ellery, apart: 22, wide: 8, lean: 0.1, ...signed },
  },
  'Hollis Creek Police Department': {
    1: { partner: twoRivers, apart: 30, wide: 20, lean: 0.3, end: 'overdue' },
  },
  'Kestrel Lake Tribal Police Department': {
    1: { partner: northern, apart: 26, wide: 10, lean: -0.3, ...signed },
  },
}

/** Rounds that are not final yet. */
export const openReviews = {
  /** Wide differences and a lively thread. */
  greywater: {
    asOf: '2026-10-19',
    review: { partner: harborlight, apart: 46, wide: 42, lean: 0.6, ...signed },
  },
  /** Nearly done. */
  kestrelLake: {
    asOf: '2026-10-05',
    review: { partner: northern, apart: 24, wide: 12, lean: 0, ...signed },
  },
  /** Submitted by the agency and recalled. */
  statePatrol: {
    asOf: '2026-11-02',
    review: { partner: northern, apart: 35, wide: 20, lean: 0.2, ...signed },
  },
  /** Being answered by both. */
  larkmoor: {
    asOf: '2026-11-02',
    review: { partner: harborlight, apart: 26, wide: 12, lean: 0.2, ...signed },
  },
} as const satisfies Record<string, { asOf: string; review: DemoReview }>

/** Who works with whom, proposed a week before it is first needed. */
export const partnerships: readonly {
  agency: string
  partner: string
  since: string
  by: 'agency' | 'partner'
}[] = [
  { agency: 'Larkmoor Police Department', partner: harborlight, since: '2024-10-14', by: 'agency' },
  { agency: 'Greywater County Sheriff’s Office', partner: greywater, since: '2025-08-18', by: 'partner' },
  { agency: 'Greywater County Sheriff’s Office', partner: harborlight, since: '2026-10-05', by: 'agency' },
  { agency: 'Port Ellery Police Department', partner: ellery, since: '2024-09-16', by: 'agency' },
  { agency: 'Hollis Creek Police Department', partner: twoRivers, since: '2026-01-19', by: 'agency' },
  { agency: 'Kestrel Lake Tribal Police Department', partner: northern, since: '2026-03-23', by: 'partner' },
  {
    agency: 'Winnemac State Patrol, Northern Region',
    partner: northern,
    since: '2026-10-19',
    by: 'agency',
  },
]

/** Proposed, and not answered yet. */
export const proposals: readonly { agency: string; partner: string; at: string; by: 'agency' | 'partner' }[] =
  [
    { agency: 'Vandermeer County Sheriff’s Office', partner: harborlight, at: '2026-11-17', by: 'agency' },
    { agency: 'Ashgrove University Police', partner: ellery, at: '2026-11-18', by: 'partner' },
  ]
