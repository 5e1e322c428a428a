import type { AgreementRow, AgreementView } from './agreement-view.ts'

/** How well the two sides' own answers agreed, before they talked about them. */
export function Agreement({ agreement }: { agreement: AgreementView }) {
  const { domains, overall } = agreement
  return (
    <>
      <h3>How well the two sides agreed</h3>
      <p className="results__facts">
        Before they settled their differences, on the items that both rated with a level.
      </p>
      <table className="usa-table usa-table--borderless chart-table agreement-table">
        <caption className="usa-sr-only">How well the two sides’ own answers agreed, by domain</caption>
        <thead>
          <tr>
            <th scope="col">Domain</th>
            <th scope="col">Same level on</th>
            <th scope="col">On average</th>
          </tr>
        </thead>
        <tbody>
          {domains.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
        <tfoot>
          <Row row={overall} />
        </tfoot>
      </table>
      <details className="fold">
        <summary>Weighted kappa: agreement beyond chance</summary>
        <p>
          Quadratic-weighted kappa (Cohen 1968, Fleiss and Cohen 1973): 1 is perfect agreement, 0 what chance
          alone would give. It depends on how spread out the levels are, so don’t compare it between agencies.
        </p>
        <dl className="kappas">
          {[overall, ...domains].map(({ id, title, kappa }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{kappa}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

function Row({ row: { title, same, difference } }: { row: AgreementRow }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{same}</td>
      <td>{difference}</td>
    </tr>
  )
}
