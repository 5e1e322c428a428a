import type { ScoreView } from './score-view.ts'

/** The band in a word, or that there is none. */
export function BandTag({ score }: { score: ScoreView }) {
  if (score.band) return <span className="band-tag">{score.band.label}</span>
  return (
    <span className="band-tag band-tag--none">
      {score.applicable === 0 ? 'Nothing applies' : 'No band yet'}
    </span>
  )
}
