import type { Movement, ProgramFigures, ScopeFigures, Spread } from '#app/reports/program-figures.ts'

function spread(n: number, median: number): Spread {
  return {
    ...{
      n,
      median,
      lowest: median - 30,
      lowerQuartile: median - 12,
      upperQuartile: median + 9,
      highest: median + 25,
    },
    bands: [
      { label: 'Beginning', count: Math.floor(n * 0.3) },
      { label: 'Developing', count: Math.floor(n * 0.4) },
      { label: 'Advancing', count: Math.floor(n * 0.2) },
      { label: 'Sustaining', count: 2 },
      { label: 'No band yet', count: 6 },
    ],
  }
}

const movement = (n: number, declined = 12): Movement => ({
  ...{ n, improved: Math.floor(n * 0.6), declined, same: n - Math.floor(n * 0.6) - declined },
  ...{ notComparable: 7, medianChange: 4 },
})

function scope(id: string, title: string, median: number): ScopeFigures {
  return { id, title, now: spread(172, median), before: spread(140, median - 6), movement: movement(118) }
}

const titles = [
  ...['Leadership', 'Policies and procedures', 'Training', 'Community services and supports'],
  ...['Data on the four outcomes', 'Review and improvement'],
]

/** A program of 180 agencies, as its figures are given to a report. */
export const figures: ProgramFigures = {
  program: 'State of Winnemac, Office of Justice Assistance',
  questionnaire: {
    title: 'Police-Mental Health Collaboration self-assessment',
    versions: ['1.0.0', '1.1.0'],
  },
  ...{ period: 'July 1 to September 30, 2026', cutOff: '2026-09-30', comparedWith: '2025-09-30' },
  agencies: { enrolled: 180, sharing: 175, final: 172, coReviewed: 96, inBoth: 125 },
  overall: scope('overall', 'Overall', 54),
  domains: titles.map((title, place) => scope(`domain-${place}`, title, 62 - 5 * place)),
  weakest: [
    'How is the way that each behavioral health call ended (its disposition) recorded?',
    'Which study of local needs stands behind the way that behavioral health calls are answered?',
    'How do calls pass between 911 and a crisis line such as 988?',
    'For which outcomes are the figures compared between groups of people?',
    'What money is there to keep the collaboration going?',
    'How has the path of a behavioral health call been traced, from the first ring to follow-up?',
  ].map((question, place) => ({
    question,
    domain: titles[place] ?? '',
    n: 150,
    low: 110 - 9 * place,
    median: 2,
  })),
  cohorts: [
    {
      kind: 'Year of enrollment',
      groups: ['2023', '2024', '2025', '2026'].map((label, place) => ({
        ...{ label, n: 60 - 19 * place, median: 61 - 4 * place },
        movement: movement(50 - 16 * place, 2),
      })),
    },
    {
      kind: 'Partner',
      groups: ['With a partner', 'Without a partner'].map((label) => ({
        ...{ label, n: 86, median: 55, movement: movement(59, 6) },
      })),
    },
  ],
  lines: Array.from({ length: 172 }, (_, place) => ({
    name: `Agency ${place} of Winnemac County`,
    ...{ asOf: '2026-08-03', displayed: 30 + (place % 50), band: place % 9 ? 'Developing' : null },
    ...{ change: (place % 21) - 8, coReviewed: place % 2 === 0 },
  })),
}
