import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { lockWords } from '#app/lock-words.ts'
import { Markdown } from '#app/markdown.tsx'
import type { DomainPage } from './load-domain.server.ts'

/** Which domain this is, what it asks, and how to choose. */
export function DomainHeading({ page }: { page: DomainPage }) {
  const { assessment, home, questionnaire, domain } = page
  return (
    <PageHeading
      title={domain.title}
      above={[
        { label: home.name, to: `/organizations/${home.id}` },
        { label: `Assessment as of ${assessment.asOf}`, to: `/assessments/${assessment.id}` },
      ]}
    >
      <p className="domain__question">{domain.question}</p>
      <p className="domain__rule">{questionnaire.whenInDoubt}</p>
      <p className="domain__rule">
        <strong>No information about a person in crisis belongs here:</strong> write about practices and
        counts only.
      </p>
      {domain.about.length > 0 && (
        <details className="fold">
          <summary>About this domain</summary>
          <Markdown blocks={domain.about} />
        </details>
      )}
      {page.locked && (
        <Alert tone="info">
          <p>{lockWords[page.locked]} You can read the answers; nothing can be changed.</p>
        </Alert>
      )}
      {!page.locked && !page.mayAnswer && (
        <Alert tone="info">
          <p>You can read the answers. To change them you need the role of contributor or coordinator.</p>
        </Alert>
      )}
    </PageHeading>
  )
}
