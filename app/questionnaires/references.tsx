import type { Reference } from '#assessments/questionnaire.ts'

/** Sources or resources as a list; a link only where it is https. */
export function References({ label, references }: { label: string; references: readonly Reference[] }) {
  if (references.length === 0) return null
  return (
    <div className="references">
      <p className="references__label">{label}</p>
      <ul>
        {references.map((reference) => (
          <li key={reference.title}>
            <ReferenceTitle reference={reference} />
            {publishedBy(reference)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ReferenceTitle({ reference: { title, url } }: { reference: Reference }) {
  if (!url?.startsWith('https://')) return <>{title}</>
  return (
    <a className="usa-link" href={url} rel="noreferrer">
      {title}
    </a>
  )
}

function publishedBy({ publisher, year }: Reference): string {
  const words = [publisher, year].filter((word) => word !== undefined)
  return words.length > 0 ? `. ${words.join(', ')}.` : ''
}
