interface Props {
  done: number
  total: number
}

/** How far something is: in words, and as a bar that only repeats them. */
export function ProgressBar({ done, total }: Props) {
  return (
    <div className="progress-bar">
      <span className="progress-bar__words">
        {total === 0 ? 'Nothing to answer' : `${done} of ${total} answered`}
      </span>
      <progress className="progress-bar__bar" value={done} max={Math.max(total, 1)} aria-hidden="true" />
    </div>
  )
}
