import type { AgreementView } from '#app/results/agreement-view.ts'
import { ChartlessTable } from './chartless-table.tsx'

/** How well both sides' own answers agree, whatever they settle on. */
export function AgreementPanel({ agreement }: { agreement: AgreementView }) {
  const { same, direction, overall, domains } = agreement
  return (
    <details className="fold">
      <summary>How well your own answers agree</summary>
      <p>
        {same} {direction}
      </p>
      <ChartlessTable
        caption="By domain"
        columns={['Domain', 'Same level on', 'On average']}
        rows={domains.map((row) => ({ id: row.id, cells: [row.title, row.same, row.difference] }))}
      />
      <details className="fold">
        <summary>Kappa</summary>
        <p>
          Quadratic-weighted kappa: 1 is perfect agreement, 0 is what chance alone would give. It depends on
          how the levels spread, so that it says little by itself.
        </p>
        <p>{overall.kappa}</p>
      </details>
    </details>
  )
}
