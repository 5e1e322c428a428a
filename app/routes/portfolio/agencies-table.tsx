import { Form, Link, useLocation } from '@remix-run/react'
import type { PortfolioOrder } from '#db/words.ts'
import { portfolioSearch } from '#app/portfolio/portfolio-query.ts'
import type { PortfolioData } from './load-portfolio.server.ts'
import { WithChosen } from './with-chosen.tsx'

const columns: { order: PortfolioOrder; label: string }[] = [
  { order: 'name', label: 'Agency' },
  { order: 'standing', label: 'Stands' },
  { order: 'as-of', label: 'Latest final assessment' },
  { order: 'score', label: 'Overall score' },
]

/** One page of agencies; those that are chosen can be tagged or reminded. */
export function AgenciesTable({ data }: { data: PortfolioData }) {
  const { rows, query, may, program } = data
  const { pathname } = useLocation()
  const chooses = may.arrange || may.remind
  const table = (
    <table className="usa-table usa-table--borderless usa-table--stacked agencies-table">
      <caption className="usa-sr-only">Agencies, by {query.order ?? 'name'}</caption>
      <thead>
        <tr>
          {chooses && (
            <th scope="col" className="agencies-table__choose">
              <span className="usa-sr-only">Choose</span>
            </th>
          )}
          {columns.map(({ order, label }) => (
            <SortHead key={order} order={order} label={label} query={query} />
          ))}
          <th scope="col">Tags</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <AgencyRow key={row.agencyId} row={row} chooses={chooses} programId={program.id} />
        ))}
      </tbody>
    </table>
  )
  if (!chooses) return table
  return (
    <Form method="post" action={`${pathname}?${portfolioSearch(query)}`} id="chosen">
      {table}
      <WithChosen data={data} />
    </Form>
  )
}

function SortHead({ order, label, query }: (typeof columns)[number] & Pick<PortfolioData, 'query'>) {
  const current = (query.order ?? 'name') === order
  const down = current && query.down === undefined ? '1' : null
  const sorted = current ? (query.down ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={sorted}>
      <Link to={`?${portfolioSearch(query, { order, down, page: null })}`} preventScrollReset>
        {label}
        {sorted && <span aria-hidden="true">{query.down ? ' ↓' : ' ↑'}</span>}
      </Link>
    </th>
  )
}

interface RowProps {
  row: PortfolioData['rows'][number]
  chooses: boolean
  programId: string
}

function AgencyRow({ row, chooses, programId }: RowProps) {
  const { agencyId, name, place, kind, size, latest, score, band, tags, due } = row
  return (
    <tr>
      {chooses && (
        <td className="agencies-table__choose">
          <div className="usa-checkbox">
            <input
              className="usa-checkbox__input"
              type="checkbox"
              name="agency"
              value={agencyId}
              id={`choose-${agencyId}`}
            />
            <label className="usa-checkbox__label" htmlFor={`choose-${agencyId}`}>
              <span className="usa-sr-only">Choose {name}</span>
            </label>
          </div>
        </td>
      )}
      <th scope="row" data-label="Agency">
        <Link to={`/organizations/${programId}/agencies/${agencyId}`}>{name}</Link>
        <span className="agencies-table__quiet">{[place, kind, size].filter(Boolean).join(' · ')}</span>
      </th>
      <td data-label="Stands">
        {row.standingWords}
        {due && <span className="agencies-table__quiet">next due {due}</span>}
      </td>
      <td data-label="Latest final assessment">{latest ?? 'None yet'}</td>
      <td data-label="Overall score">
        {score}
        {band && <span className="agencies-table__quiet">{band}</span>}
      </td>
      <td data-label="Tags">
        {tags.map((tag) => (
          <span className="usa-tag" key={tag}>
            {tag}
          </span>
        ))}
      </td>
    </tr>
  )
}
