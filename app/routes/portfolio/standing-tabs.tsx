import { Link } from '@remix-run/react'
import { portfolioSearch } from '#app/portfolio/portfolio-query.ts'
import { standingMeanings, standingWords } from '#app/portfolio/standing-words.ts'
import type { PortfolioData } from './load-portfolio.server.ts'

/** How many agencies stand where, each a way to see only those. */
export function StandingTabs({ data: { query, standings, all } }: { data: PortfolioData }) {
  const to = (standing: string | null) => `?${portfolioSearch(query, { standing, page: null })}`
  const shown = [
    { standing: null, label: 'All', count: all, meaning: 'every agency that is enrolled' },
    ...standings.map(({ standing, count }) => ({
      ...{ standing, count, label: standingWords[standing], meaning: standingMeanings[standing] },
    })),
  ]
  return (
    <nav aria-label="By where they stand">
      <ul className="standing-tabs">
        {shown.map(({ standing, label, count, meaning }) => (
          <li key={label}>
            <Link
              to={to(standing)}
              title={`${label}: ${meaning}`}
              aria-current={(query.standing ?? null) === standing ? 'page' : undefined}
              preventScrollReset
            >
              <span className="standing-tabs__count">{count.toLocaleString('en-US')}</span> {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
