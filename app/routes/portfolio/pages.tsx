import { Link } from '@remix-run/react'
import { portfolioSearch } from '#app/portfolio/portfolio-query.ts'
import type { PortfolioData } from './load-portfolio.server.ts'

/** The way to the other pages of a long list. */
export function Pages({ data: { query, pages } }: { data: PortfolioData }) {
  if (pages <= 1) return null
  const { page } = query
  const to = (other: number) => `?${portfolioSearch(query, { page: other })}#agencies`
  return (
    <nav aria-label="Pages" className="list-pages">
      {page > 1 && (
        <>
          <Link to={to(1)}>First</Link>
          <Link to={to(page - 1)} rel="prev">
            Previous
          </Link>
        </>
      )}
      <span aria-current="page">
        Page {page.toLocaleString('en-US')} of {pages.toLocaleString('en-US')}
      </span>
      {page < pages && (
        <>
          <Link to={to(page + 1)} rel="next">
            Next
          </Link>
          <Link to={to(pages)}>Last</Link>
        </>
      )}
    </nav>
  )
}
