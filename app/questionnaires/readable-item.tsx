import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import { formatDate } from '../format.ts'
import { Markdown } from '../markdown.tsx'
import { itemMarks } from './item-marks.ts'
import type { ReadableItem } from './readable.server.ts'
import { References } from './references.tsx'

interface Props {
  readable: ReadableItem
  levels: readonly Level[]
}

/** One item to be read, with nothing to fill in: the question, its levels or options, guidance, sources. */
export function ReadableItemSection({ readable, levels }: Props) {
  const { item, askedIf, guidance, sources, resources } = readable
  return (
    <section className="readable-item" id={item.id} aria-labelledby={`${item.id}-question`}>
      <h3 id={`${item.id}-question`}>{item.question}</h3>
      <p className="readable-item__marks">{itemMarks(item, levels).join(' · ')}</p>
      {askedIf && <p>{askedIf}</p>}
      <Answers item={item} levels={levels} />
      <Markdown blocks={guidance} />
      {item.evidence.length > 0 && (
        <div className="references">
          <p className="references__label">Examples of evidence</p>
          <ul>
            {item.evidence.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </div>
      )}
      <References label="Sources of the topic" references={sources} />
      <References label="Resources" references={resources} />
    </section>
  )
}

function Answers({ item, levels }: { item: Item; levels: readonly Level[] }) {
  if (item.kind === 'level') {
    return (
      <dl className="anchors">
        {levels.map(({ value, label }) => (
          <div key={value}>
            <dt>
              {value} · {label}
            </dt>
            <dd>{item.anchors[String(value)]}</dd>
          </div>
        ))}
      </dl>
    )
  }
  if (item.kind === 'choice' || item.kind === 'choices') {
    return (
      <ul>
        {item.options.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
    )
  }
  return <p>{answerForm(item)}</p>
}

function answerForm(item: Exclude<Item, { kind: 'level' | 'choice' | 'choices' }>): string {
  switch (item.kind) {
    case 'yes-no':
      return 'Yes or no.'
    case 'number':
      return `A number (${item.unit}).`
    case 'text':
      return `Text of at most ${item.maximumLength} characters.`
    case 'date':
      return [
        'A date',
        item.minimum && `from ${formatDate(item.minimum)}`,
        item.maximum && `to ${formatDate(item.maximum)}`,
      ]
        .filter(Boolean)
        .join(' ')
        .concat('.')
  }
}
