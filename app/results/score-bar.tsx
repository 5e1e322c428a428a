/** A score as a bar, in an image that prints; it only repeats the number beside it. */
export function ScoreBar({ score, bounds }: { score: number | null; bounds: readonly number[] }) {
  return (
    <svg className="score-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="score-bar__ground" width="100" height="10" />
      {score !== null && <rect className="score-bar__score" width={score} height="10" />}
      {bounds.map((bound) => (
        <rect key={bound} className="score-bar__bound" x={bound - 0.25} width="0.5" height="10" />
      ))}
    </svg>
  )
}
