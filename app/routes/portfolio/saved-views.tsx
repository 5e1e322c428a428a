import { Form, Link, useLocation } from '@remix-run/react'
import { portfolioSearch } from '#app/portfolio/portfolio-query.ts'
import type { PortfolioData } from './load-portfolio.server.ts'

/** The views that the program keeps, and keeping what is shown now as one. */
export function SavedViews({ data: { views, may, query, filtered } }: { data: PortfolioData }) {
  const { pathname } = useLocation()
  const here = portfolioSearch(query)
  const action = `${pathname}?${here}`
  if (views.length === 0 && !(may.arrange && filtered)) return null
  return (
    <details className="saved-views" open={views.length > 0}>
      <summary>Saved views</summary>
      <ul className="saved-views__list">
        {views.map(({ id, name, query: kept }) => (
          <li key={id}>
            <Link to={`?${kept}`} aria-current={kept === here ? 'page' : undefined}>
              {name}
            </Link>
            {may.arrange && (
              <Form method="post" action={action}>
                <input type="hidden" name="view" value={id} />
                <button className="usa-button usa-button--unstyled" name="intent" value="delete-view">
                  Delete<span className="usa-sr-only"> the view {name}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may.arrange && filtered && (
        <Form method="post" action={action} className="saved-views__new">
          <label className="usa-label" htmlFor="view-name">
            Save what is shown now as
          </label>
          <input className="usa-input" id="view-name" name="name" required maxLength={60} />
          <button className="usa-button usa-button--outline" name="intent" value="save-view">
            Save view
          </button>
        </Form>
      )}
    </details>
  )
}
