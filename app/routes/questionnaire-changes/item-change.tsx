import type { WholeItem } from '#app/questionnaires/read-changes.ts'
import type { MarkedChange } from './load-changes.server.ts'
import { SideBySide, type Versions } from './side-by-side.tsx'

interface Props {
  change: MarkedChange
  versions: Versions
}

/** What became of an item: what was done, why, and both wordings. */
export function ItemChange({ change, versions }: Props) {
  const { id, name, question, sentence, why, differences, before, after } = change
  return (
    <article className="change" id={id} aria-labelledby={`${id}-question`}>
      <p className="change__kind">
        <span className="usa-tag">{name}</span>
      </p>
      <h3 id={`${id}-question`}>{question}</h3>
      <p>{sentence}</p>
      {why !== null && (
        <p className="change__why">
          <strong>Why:</strong> {why}
        </p>
      )}
      <SideBySide caption={question} differences={differences} versions={versions} />
      <Whole title={`Asked in ${versions.from}`} items={before} heading={question} />
      <Whole title={`Asked in ${versions.to}`} items={after} heading={question} />
    </article>
  )
}

interface WholeProps {
  title: string
  items: readonly WholeItem[]
  /** The question that stands above already. */
  heading: string
}

/** Items that can't be laid beside one of the other version, each whole. */
function Whole({ title, items, heading }: WholeProps) {
  if (items.length === 0) return null
  return (
    <div className="change__whole">
      <p className="change__whole-title">{title}</p>
      {items.map(({ id, question, fields }) => (
        <details key={id} className="fold">
          <summary>{question === heading ? 'This item in full' : question}</summary>
          <dl className="anchors">
            {fields.map(({ label, text }, at) => (
              // Options all have one label, and two may read alike.
              <div key={at}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  )
}
