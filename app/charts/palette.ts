/**
 * Colors of the plots, from the design system's palette. No two marks are told apart by color alone: the
 * round now is solid and filled, the round before is dashed and open.
 */
export const palette = {
  now: '#0d4f97',
  nowFill: '#d9e8f6',
  before: '#3d4551',
  grid: '#c6cace',
  ink: '#1b1b1b',
  quiet: '#565c65',
} as const
