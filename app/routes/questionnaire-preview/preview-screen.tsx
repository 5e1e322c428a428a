import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { Markdown } from '#app/markdown.tsx'
import { ItemCard } from '../domain/item-card.tsx'
import { ItemList } from '../domain/item-list.tsx'
import { KeyboardHelp } from '../domain/keyboard-help.tsx'
import type { Preview } from './load-preview.server.ts'
import { useUnsavedAnswers } from './use-unsaved-answers.ts'

/** A domain of a version as it will be answered: everything works, and nothing is saved. */
export function PreviewScreen({ path, version, draft, page }: Preview) {
  const answers = useUnsavedAnswers(page)
  const { questionnaire, domain, levels } = page
  return (
    <div className="domain">
      <PageHeading
        title={domain.title}
        above={[
          { label: 'Administration', to: '/administration' },
          { label: 'Questionnaires', to: '/administration/questionnaires' },
        ]}
      >
        <p className="domain__question">{domain.question}</p>
        <p className="domain__rule">{questionnaire.whenInDoubt}</p>
        {domain.about.length > 0 && (
          <details className="fold">
            <summary>About this domain</summary>
            <Markdown blocks={domain.about} />
          </details>
        )}
        <Alert tone="warning" heading="A preview: nothing is saved">
          <p>
            {questionnaire.title}, version {version}
            {draft && ', a draft'}. Answer as an agency would; it is forgotten when you leave the preview.
          </p>
        </Alert>
      </PageHeading>
      <div className="domain__columns">
        <aside className="domain__side">
          <ItemList page={page} views={answers.views} />
        </aside>
        <form autoComplete="off" className="domain__items" onSubmit={(event) => event.preventDefault()}>
          <KeyboardHelp levels={levels} />
          {answers.views.map((view) => (
            <ItemCard key={view.item.id} view={view} page={page} answers={answers} mayChange />
          ))}
        </form>
      </div>
      <PreviewSteps path={path} page={page} />
    </div>
  )
}

function PreviewSteps({ path, page: { domain, domains } }: Pick<Preview, 'path' | 'page'>) {
  const at = domains.findIndex(({ id }) => id === domain.id)
  const [previous, next] = [domains[at - 1], domains[at + 1]]
  return (
    <nav aria-label="Domains" className="domain-steps">
      {next && (
        <Link className="usa-button usa-button--big" to={`${path}/${next.id}`}>
          Next: {next.title}
        </Link>
      )}
      {previous && (
        <Link className="usa-button usa-button--outline" to={`${path}/${previous.id}`}>
          Previous: {previous.title}
        </Link>
      )}
      <Link to="/administration/questionnaires">All questionnaires</Link>
    </nav>
  )
}
