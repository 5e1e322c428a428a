import { palette } from './palette.ts'

/** Lines over time are drawn at this size and scaled by the style sheet, so that they print as they look. */
export const size = { width: 340, height: 200 }
export const margin = { top: 22, right: 26, bottom: 4, left: 4 }
export const axisWidth = 30
export const dateWidth = 76
/** Keeps the first value clear of the axis. */
export const inset = { left: 16, right: 4 }
/** What is left for the line itself. */
export const lineWidth = size.width - margin.left - margin.right - axisWidth - inset.left - inset.right

/** A rim of the page's color, so that no grid line runs through a label. */
export const onPaper = {
  stroke: '#ffffff',
  strokeWidth: 4,
  strokeLinejoin: 'round',
  paintOrder: 'stroke',
} as const

/** A date below the axis, kept inside the plot. */
export function DateLabel({ x, y, text }: { x: number; y: number; text: string }) {
  const half = dateWidth / 2
  const atEnd = x + half > size.width
  const atStart = x - half < 0
  return (
    <text
      x={atEnd ? size.width - 2 : atStart ? 2 : x}
      y={y + 10}
      textAnchor={atEnd ? 'end' : atStart ? 'start' : 'middle'}
      fontSize={12}
      fill={palette.ink}
    >
      {text}
    </text>
  )
}

/** A value above its point; the last one is the largest. */
export function ValueLabel({ x, y, text, last }: { x: number; y: number; text: string; last: boolean }) {
  return (
    <text
      x={x}
      y={y - 10}
      textAnchor="middle"
      fontSize={last ? 15 : 12}
      fontWeight={last ? 700 : 400}
      fill={palette.ink}
      {...onPaper}
    >
      {text}
    </text>
  )
}
