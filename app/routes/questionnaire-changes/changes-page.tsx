import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted, listed } from '#app/format.ts'
import { ItemChange } from './item-change.tsx'
import type { ChangesData } from './load-changes.server.ts'
import { SideBySide } from './side-by-side.tsx'

/** What became of a questionnaire from one version to another, domain by domain. */
export function ChangesPage({ page }: { page: ChangesData }) {
  const { slug, title, from, to, draft, changes } = page
  return (
    <>
      <PageHeading
        title={from === null ? `What changed in version ${to}` : `What changed from ${from} to ${to}`}
        above={[
          { label: 'Questionnaires', to: '/questionnaires' },
          { label: `${title}, version ${to}`, to: `/questionnaires/${slug}/${to}` },
        ]}
      >
        {changes && <p className="usa-intro">{listed(changes.counts)}.</p>}
        <OtherVersions page={page} />
      </PageHeading>
      {draft && <Alert tone="info">This is about a draft. Only administrators see this page.</Alert>}
      {changes ? <Changes changes={changes} from={from ?? ''} /> : <Nothing page={page} />}
    </>
  )
}

function OtherVersions({ page: { slug, to, others } }: { page: ChangesData }) {
  if (others.length === 0) return null
  return (
    <p>
      Since another version:{' '}
      {others.map((version, at) => (
        <span key={version}>
          {at > 0 && ' · '}
          <Link to={`/questionnaires/${slug}/${to}/changes?since=${version}`}>{version}</Link>
        </span>
      ))}
    </p>
  )
}

function Nothing({ page: { to, others } }: { page: ChangesData }) {
  return (
    <p>
      {others.length === 0
        ? `Version ${to} is the first one: there is nothing to compare it with.`
        : `Version ${to} does not say which version it revises. Choose one above to compare it with.`}
    </p>
  )
}

type Compared = NonNullable<ChangesData['changes']>

function Changes({ changes, from }: { changes: Compared; from: string }) {
  const { to, declared, differences, domains } = changes
  const versions = { from, to }
  return (
    <>
      {!declared && (
        <Alert tone="warning">
          Neither version says anything about the other. This goes by ids and words alone, and nobody vouches
          that an item still asks the same.
        </Alert>
      )}
      <p>
        Words that differ are marked: <del>taken out</del> on the side of {from}, <ins>put in</ins> on the
        side of {to}.
      </p>
      <nav aria-label="Domains">
        <ul className="page-links">
          {domains.map(({ id, title, changes: own }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a> ({own.length === 0 ? 'as before' : counted(own.length, 'change')}
              )
            </li>
          ))}
        </ul>
      </nav>
      {differences.length > 0 && (
        <details className="fold">
          <summary>
            The questionnaire itself: {counted(differences.length, 'text differs', 'texts differ')}
          </summary>
          <SideBySide caption="The questionnaire itself" differences={differences} versions={versions} />
        </details>
      )}
      {domains.map((domain) => (
        <section key={domain.id} id={domain.id} className="changes" aria-labelledby={`${domain.id}-title`}>
          <h2 id={`${domain.id}-title`}>{domain.title}</h2>
          {domain.changes.map((change) => (
            <ItemChange key={change.id} change={change} versions={versions} />
          ))}
          <Unchanged items={domain.unchanged} />
        </section>
      ))}
    </>
  )
}

function Unchanged({ items }: { items: Compared['domains'][number]['unchanged'] }) {
  if (items.length === 0) return null
  return (
    <details className="fold">
      <summary>{counted(items.length, 'item is as before', 'items are as before')}</summary>
      <ul>
        {items.map(({ id, question }) => (
          <li key={id}>{question}</li>
        ))}
      </ul>
    </details>
  )
}
