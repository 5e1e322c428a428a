import type { Reference } from '#assessments/questionnaire.ts'
import { Markdown } from '#app/markdown.tsx'
import type { ItemView } from './use-answers.ts'

/** What helps to choose, one click away: guidance, examples of evidence, sources and resources. */
export function ItemHelp({ view: { item, number, guidance, sources, resources } }: { view: ItemView }) {
  const parts = [
    guidance.length > 0 && 'guidance',
    item.evidence.length > 0 && 'evidence',
    sources.length + resources.length > 0 && 'sources',
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  const title = parts.join(', ').replace(/, ([^,]*)$/, ' and $1')
  return (
    <details className="fold">
      <summary>
        {title.charAt(0).toUpperCase() + title.slice(1)}
        <span className="usa-sr-only"> for item {number}</span>
      </summary>
      <Markdown blocks={guidance} />
      {item.evidence.length > 0 && (
        <>
          <h3>What would show the answer</h3>
          <ul>
            {item.evidence.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </>
      )}
      <References title="Sources" references={sources} />
      <References title="Resources" references={resources} />
    </details>
  )
}

function References({ title, references }: { title: string; references: readonly Reference[] }) {
  if (references.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {references.map((reference) => (
          <li key={reference.title}>
            {reference.url ? (
              <a href={reference.url} rel="noreferrer">
                {reference.title}
              </a>
            ) : (
              reference.title
            )}
            {[reference.publisher, reference.year].filter(Boolean).map((part) => `, ${part}`)}
          </li>
        ))}
      </ul>
    </>
  )
}
