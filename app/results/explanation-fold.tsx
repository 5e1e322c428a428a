import { WideTable } from '../charts/wide-table.tsx'
import type { Explanation } from './explanation.ts'

interface Props {
  /** "the Training score" */
  of: string
  explanation: Explanation
  /** Of the questionnaire: "Level 1 is worth 0, 2 is worth 25, …". */
  worth: string
}

/** How a score came about, folded out: the sum itself. */
export function ExplanationFold({ of, explanation, worth }: Props) {
  const ofItems = explanation.addends.some(({ level }) => level !== null)
  return (
    <details className="fold">
      <summary>How {of} came about</summary>
      <p>
        {ofItems
          ? `${worth} The score is the mean of the answered items that apply`
          : 'The overall score is the mean of the domains that have one'}
        , each counting by its weight. Nothing is rounded before the end.
      </p>
      <WideTable label={`The sum of ${of}`}>
        <table className="usa-table usa-table--borderless chart-table">
          <caption className="usa-sr-only">How {of} came about</caption>
          <thead>
            <tr>
              <th scope="col">{ofItems ? 'Item' : 'Domain'}</th>
              {ofItems && <NumberHead>Level</NumberHead>}
              <NumberHead>Worth</NumberHead>
              <NumberHead>Weight</NumberHead>
              <NumberHead>Product</NumberHead>
            </tr>
          </thead>
          <tbody>
            {explanation.addends.map(({ label, level, points, weight, product }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {ofItems && <td className="chart-table__number">{level}</td>}
                <td className="chart-table__number">{points}</td>
                <td className="chart-table__number">{weight}</td>
                <td className="chart-table__number">{product}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={ofItems ? 3 : 2}>
                Sum
              </th>
              <td className="chart-table__number">{explanation.weights}</td>
              <td className="chart-table__number">{explanation.sum}</td>
            </tr>
          </tfoot>
        </table>
      </WideTable>
      <p className="fold__sum">
        {explanation.sum} ÷ {explanation.weights} = {explanation.mean}, shown as{' '}
        <strong>{explanation.displayed}</strong>
      </p>
    </details>
  )
}

function NumberHead({ children }: { children: string }) {
  return (
    <th scope="col" className="chart-table__number">
      {children}
    </th>
  )
}
