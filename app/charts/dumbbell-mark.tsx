import { palette } from './palette.ts'
import { onPaper } from './plot-labels.tsx'

interface Props {
  x: number
  y: number
  mark: {
    kind: 'agency' | 'partner' | 'both' | 'agreed'
    text: string
    /** Where its text stands; null above it. */
    side: 'left' | 'right' | null
  }
}

const distance = 12

/** One side's mark, told apart by shape and by its name beside it: a filled circle, an open diamond, a bar. */
export function Mark({ x, y, mark: { kind, text, side } }: Props) {
  const anchor = side === null ? 'middle' : side === 'left' ? 'end' : 'start'
  const textX = side === null ? x : side === 'left' ? x - distance : x + distance
  return (
    <g>
      {kind === 'agreed' ? <Bar x={x} y={y} /> : <Side x={x} y={y} kind={kind} />}
      <text
        x={textX}
        y={side === null ? y - 13 : y + 4}
        textAnchor={anchor}
        fontSize={12}
        fontWeight={kind === 'agreed' ? 700 : 400}
        fill={palette.ink}
        {...onPaper}
      >
        {text}
      </text>
    </g>
  )
}

function Bar({ x, y }: { x: number; y: number }) {
  return <rect x={x - 2} y={y - 10} width={4} height={20} fill={palette.ink} />
}

function Side({ x, y, kind }: { x: number; y: number; kind: 'agency' | 'partner' | 'both' }) {
  return (
    <>
      {kind !== 'partner' && <circle cx={x} cy={y} r={6} fill={palette.now} stroke="#ffffff" />}
      {kind !== 'agency' && (
        <path
          d={`M ${x - 7} ${y} L ${x} ${y - 7} L ${x + 7} ${y} L ${x} ${y + 7} Z`}
          fill={kind === 'partner' ? '#ffffff' : 'none'}
          stroke={palette.ink}
          strokeWidth={2}
        />
      )}
    </>
  )
}
