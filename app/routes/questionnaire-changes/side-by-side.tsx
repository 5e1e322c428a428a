import type { Passage } from '#app/questionnaires/marked-words.ts'
import type { MarkedDifference } from './load-changes.server.ts'

export interface Versions {
  from: string
  to: string
}

interface Props {
  caption: string
  differences: readonly MarkedDifference[]
  versions: Versions
}

/** Texts of two versions side by side; one above the other where it is narrow. */
export function SideBySide({ caption, differences, versions }: Props) {
  if (differences.length === 0) return null
  const [before, after] = [`Version ${versions.from}`, `Version ${versions.to}`]
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked side-by-side">
      <caption className="usa-sr-only">{caption}, in both versions</caption>
      <thead>
        <tr>
          {['Text', before, after].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differences.map((difference, at) => (
          // A field has no name but its label, which several may share.
          <tr key={at}>
            <th scope="row">{difference.label}</th>
            <td data-label={before}>
              <Passages passages={difference.before} mark="taken out" />
            </td>
            <td data-label={after}>
              <Passages passages={difference.after} mark="put in" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A text with the words that differ marked: by a line, by color, and for a screen reader in words. */
function Passages({ passages, mark }: { passages: readonly Passage[]; mark: 'taken out' | 'put in' }) {
  const Marked = mark === 'put in' ? 'ins' : 'del'
  return (
    <span className="typed-text">
      {passages.map(({ text, differs }, at) =>
        differs ? (
          <Marked key={at}>
            <span className="usa-sr-only"> ({mark}: </span>
            {text}
            <span className="usa-sr-only">) </span>
          </Marked>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </span>
  )
}
