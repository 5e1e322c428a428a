const marks = {
  agency: { sign: '●', word: 'Agency' },
  partner: { sign: '◆', word: 'Partner' },
  proposed: { sign: '?', word: 'Proposed' },
  agreed: { sign: '✓', word: 'Agreed' },
} as const

/** Who or what stands at a level, by its shape and its word. */
export function SideMark({ of }: { of: keyof typeof marks }) {
  const { sign, word } = marks[of]
  return (
    <span className={`side-mark side-mark--${of}`}>
      <span aria-hidden="true">{sign}</span> {word}
    </span>
  )
}
