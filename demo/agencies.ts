import type { AgencyType, SizeBand } from '#db/words.ts'

/** How far an agency is in one domain at its first round (0–1), and by how much that moves each round. */
type Course = readonly [start: number, growth: number]

export interface DemoAgency {
  name: string
  county: string
  type: AgencyType
  size: SizeBand
  officers: number
  population: number
  /** Where its evidence lies; "example" names nobody. */
  host: string
  timeZone: 'America/New_York' | 'America/Chicago'
  /** WN is no state's, so that no agency has this ORI. */
  ori: string | null
  reassessMonths: 6 | 12
  /** As-of dates of its final assessments. */
  rounds: readonly string[]
  /** By the domains' order in the questionnaire. */
  courses: readonly [Course, Course, Course, Course, Course, Course]
  /** Response models, each with the round in which it came into operation. */
  models: Readonly<Record<string, number>>
  coordinator: string
  contributors: readonly string[]
  /** What went back in one round. */
  setback?: { round: number; domain: number; by: number }
  /** Items that get no further than level 2. */
  heldBack?: readonly string[]
  /** How many of a hundred items are left open. */
  open?: number
}

/** The agency whose people sign in at the demonstration; its fourth assessment is being answered. */
export const larkmoor: DemoAgency = {
  name: 'Larkmoor Police Department',
  county: 'Larkmoor',
  type: 'police',
  size: '100-249',
  officers: 142,
  population: 98_400,
  host: 'larkmoor.example',
  timeZone: 'America/Chicago',
  ori: 'WN0120100',
  reassessMonths: 12,
  rounds: ['2023-11-01', '2024-11-01', '2025-11-03'],
  courses: [
    [0.46, 0.12],
    [0.34, 0.13],
    [0.56, 0.08],
    [0.32, 0.09],
    [0.14, 0.11],
    [0.22, 0.1],
  ],
  models: { 'crisis-intervention-team': 0, 'co-responder': 1, 'case-management': 2 },
  coordinator: 'Avery Lindqvist',
  contributors: ['Sam Okonjo', 'Noor Ellingsworth'],
  setback: { round: 2, domain: 2, by: 0.2 },
  heldBack: ['data.use-of-force', 'services.receiving-place'],
}

/** All agencies that have made an assessment final. */
export const agencies: readonly DemoAgency[] = [
  larkmoor,
  {
    name: 'Greywater County Sheriff’s Office',
    county: 'Greywater',
    type: 'sheriff',
    size: '250-499',
    officers: 311,
    population: 246_000,
    host: 'greywater.example',
    timeZone: 'America/Chicago',
    ori: 'WN0070000',
    reassessMonths: 6,
    rounds: ['2025-03-03', '2025-09-02', '2026-03-02'],
    courses: [
      [0.5, 0.09],
      [0.44, 0.1],
      [0.55, 0.07],
      [0.5, 0.08],
      [0.3, 0.12],
      [0.33, 0.1],
    ],
    models: { 'crisis-intervention-team': 0, 'mobile-crisis-team': 1, lead: 2 },
    coordinator: 'Tobiah Renquist',
    contributors: ['Imelda Stroud', 'Casimir Dole'],
  },
  {
    name: 'Port Ellery Police Department',
    county: 'Ellery',
    type: 'police',
    size: '500-999',
    officers: 688,
    population: 512_000,
    host: 'portellery.example',
    timeZone: 'America/New_York',
    ori: 'WN0030200',
    reassessMonths: 12,
    rounds: ['2023-10-02', '2024-10-01', '2025-10-01', '2026-10-01'],
    courses: [
      [0.66, 0.07],
      [0.62, 0.08],
      [0.64, 0.08],
      [0.6, 0.1],
      [0.52, 0.12],
      [0.5, 0.12],
    ],
    models: {
      'crisis-intervention-team': 0,
      'co-responder': 0,
      'mobile-crisis-team': 0,
      'case-management': 1,
    },
    coordinator: 'Philippa Vandersloot',
    contributors: ['Desmond Achterberg', 'Yun-Hee Tallow', 'Garrick Moone'],
  },
  {
    name: 'Hollis Creek Police Department',
    county: 'Hollis',
    type: 'police',
    size: '1-9',
    officers: 6,
    population: 3_150,
    host: 'holliscreek.example',
    timeZone: 'America/Chicago',
    ori: 'WN0190300',
    reassessMonths: 12,
    rounds: ['2025-02-03', '2026-02-02'],
    courses: [
      [0.4, 0.2],
      [0.3, 0.2],
      [0.5, 0.15],
      [0.42, 0.14],
      [0.12, 0.2],
      [0.12, 0.18],
    ],
    models: { 'mobile-crisis-team': 1 },
    coordinator: 'Marguerite Osk',
    contributors: [],
  },
  {
    name: 'Saint Orrin Township Police',
    county: 'Greywater',
    type: 'police',
    size: '10-24',
    officers: 17,
    population: 14_700,
    host: 'saintorrin.example',
    timeZone: 'America/Chicago',
    ori: null,
    reassessMonths: 12,
    rounds: ['2026-05-04'],
    courses: [
      [0.3, 0],
      [0.22, 0],
      [0.4, 0],
      [0.35, 0],
      [0.1, 0],
      [0.08, 0],
    ],
    models: { 'crisis-intervention-team': 0 },
    coordinator: 'Halvard Pruett',
    contributors: ['Linnea Cobb'],
    open: 4,
  },
  {
    name: 'Vandermeer County Sheriff’s Office',
    county: 'Vandermeer',
    type: 'sheriff',
    size: '50-99',
    officers: 74,
    population: 61_300,
    host: 'vandermeer.example',
    timeZone: 'America/New_York',
    ori: 'WN0220000',
    reassessMonths: 12,
    rounds: ['2024-04-01', '2025-04-01', '2026-04-01'],
    courses: [
      [0.48, 0.02],
      [0.42, 0.08],
      [0.6, 0.02],
      [0.4, 0.04],
      [0.28, 0.07],
      [0.32, 0.03],
    ],
    models: { 'crisis-intervention-team': 0 },
    coordinator: 'Odalys Brandt-Keane',
    contributors: ['Wendell Fisk'],
    setback: { round: 2, domain: 2, by: 0.3 },
  },
  {
    name: 'Winnemac State Patrol, Northern Region',
    county: 'Kestrel Lake',
    type: 'state',
    size: '1000+',
    officers: 1_240,
    population: 1_180_000,
    host: 'patrol.winnemac.example',
    timeZone: 'America/Chicago',
    ori: 'WNWSP0000',
    reassessMonths: 12,
    rounds: ['2024-12-02', '2025-12-01'],
    courses: [
      [0.55, 0.08],
      [0.5, 0.05],
      [0.45, 0.15],
      [0.25, 0.05],
      [0.55, 0.1],
      [0.4, 0.08],
    ],
    models: { 'crisis-intervention-team': 0 },
    coordinator: 'Thaddeus Bellweather',
    contributors: ['Ingrid Sollars', 'Mateo Quince'],
  },
  {
    name: 'Ashgrove University Police',
    county: 'Ellery',
    type: 'campus',
    size: '25-49',
    officers: 38,
    population: 27_900,
    host: 'ashgrove.example',
    timeZone: 'America/New_York',
    ori: 'WN0035500',
    reassessMonths: 12,
    rounds: ['2024-06-03', '2025-06-02', '2026-06-01'],
    courses: [
      [0.7, 0.05],
      [0.55, 0.1],
      [0.66, 0.08],
      [0.68, 0.06],
      [0.34, 0.2],
      [0.4, 0.16],
    ],
    models: { 'co-responder': 0, 'community-responder': 2 },
    coordinator: 'Beatrix Oyelaran-Finch',
    contributors: ['Rufus Delacorte'],
  },
  {
    name: 'Kestrel Lake Tribal Police Department',
    county: 'Kestrel Lake',
    type: 'tribal',
    size: '10-24',
    officers: 21,
    population: 9_800,
    host: 'kestrellake.example',
    timeZone: 'America/Chicago',
    ori: null,
    reassessMonths: 6,
    rounds: ['2025-10-06', '2026-04-06'],
    courses: [
      [0.6, 0.1],
      [0.4, 0.12],
      [0.5, 0.1],
      [0.55, 0.08],
      [0.2, 0.14],
      [0.45, 0.1],
    ],
    models: { 'mobile-crisis-team': 0, 'case-management': 1 },
    coordinator: 'Rosalind Featherstone-Ames',
    contributors: ['Corwin Thackeray'],
  },
  {
    name: 'Marrowbone Constable’s Office, Precinct 2',
    county: 'Marrowbone',
    type: 'constable',
    size: '1-9',
    officers: 4,
    population: 5_600,
    host: 'marrowbone.example',
    timeZone: 'America/Chicago',
    ori: null,
    reassessMonths: 12,
    rounds: ['2026-01-05'],
    courses: [
      [0.22, 0],
      [0.12, 0],
      [0.25, 0],
      [0.2, 0],
      [0.05, 0],
      [0.05, 0],
    ],
    models: {},
    coordinator: 'Jubal Harkness',
    contributors: [],
    open: 26,
  },
  {
    name: 'Dunmere Police Department',
    county: 'Dunmere',
    type: 'police',
    size: '25-49',
    officers: 33,
    population: 24_100,
    host: 'dunmere.example',
    timeZone: 'America/New_York',
    ori: 'WN0160100',
    reassessMonths: 12,
    rounds: ['2024-09-03', '2025-09-02', '2026-09-08'],
    courses: [
      [0.36, 0.16],
      [0.3, 0.2],
      [0.4, 0.16],
      [0.4, 0.16],
      [0.22, 0.24],
      [0.22, 0.24],
    ],
    models: { 'crisis-intervention-team': 0, 'co-responder': 1 },
    coordinator: 'Sunniva Albright',
    contributors: ['Emeka Rowntree'],
  },
]

/** The agency that was just invited: nothing has been started there. */
export const invitedAgency = {
  name: 'Tern Bay Police Department',
  county: 'Ellery',
  type: 'police',
  size: '10-24',
  timeZone: 'America/New_York',
  host: 'ternbay.example',
  coordinator: 'Calliope Drum',
} as const

/** An agency that still has to be confirmed by the administrator. */
export const waitingAgency = {
  name: 'Quill Harbor Police Department',
  county: 'Vandermeer',
  type: 'police',
  size: '50-99',
  timeZone: 'America/New_York',
  host: 'quillharbor.example',
  coordinator: 'Leopold Swann-Iverson',
} as const

/** The partner organizations, the first with the person who signs in at the demonstration. */
export const partners = [
  {
    name: 'Harborlight Behavioral Health',
    county: 'Larkmoor',
    host: 'harborlight.example',
    coordinator: 'Jordan Whitlock',
    contributors: ['Marisol Tanaka-Reed', 'Bertrand Quillfeather'],
  },
  {
    name: 'Greywater County Mental Health Authority',
    county: 'Greywater',
    host: 'gcmha.example',
    coordinator: 'Anselm Rooke',
    contributors: ['Ottoline Varga'],
  },
  {
    name: 'Ellery Crisis Line and Mobile Response',
    county: 'Ellery',
    host: 'ellerycrisis.example',
    coordinator: 'Petra Lindgren-Vo',
    contributors: ['Dashiell Okafor-Byrne'],
  },
  {
    name: 'Two Rivers Recovery Center',
    county: 'Vandermeer',
    host: 'tworivers.example',
    coordinator: 'Ambrose Tully',
    contributors: [],
  },
  {
    name: 'Northern Winnemac Counseling Cooperative',
    county: 'Kestrel Lake',
    host: 'nwcc.example',
    coordinator: 'Wilhelmina Sparrow',
    contributors: ['Saskia Holloway-Drumm'],
  },
] as const

/** The program that all of them belong to. */
export const program = {
  name: 'Winnemac Office of Crisis Response Partnerships',
  county: 'Larkmoor',
  host: 'winnemac.example',
  coordinator: 'Casey Marrow',
} as const
