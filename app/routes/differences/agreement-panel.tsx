import { ChartlessTable } from './chartless-table.tsx'
import type { AgreementView } from './agreement-words.ts'

/** How well both sides' own answers agree, whatever they settle on. */
export function AgreementPanel({ agreement }: { agreement: AgreementView }) {
  return (
    <details className="fold">
      <summary>How well your own answers agree</summary>
      <p>
        {agreement.exact} {agreement.mean}
      </p>
      <ChartlessTable
        caption="By domain"
        columns={['Domain', 'Same level', 'On average']}
        rows={agreement.domains.map(({ id, title, exact, mean }) => ({ id, cells: [title, exact, mean] }))}
      />
      <details className="fold">
        <summary>Kappa</summary>
        {agreement.kappa ? (
          <p>
            Quadratic-weighted kappa: {agreement.kappa.value}, from {agreement.kappa.n} items that both sides
            rated with a level. 1 is perfect agreement, 0 is what chance alone would give. It depends on how
            the levels spread, so that it says little by itself.
          </p>
        ) : (
          <p>Not given. {agreement.kappaWithheld}</p>
        )}
      </details>
    </details>
  )
}
