import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { Markdown } from '#app/markdown.tsx'
import type { VersionState } from '#app/questionnaires/offered.server.ts'
import { ReadableItemSection } from '#app/questionnaires/readable-item.tsx'
import type { ReadableQuestionnaire } from '#app/questionnaires/readable.server.ts'

interface Props {
  questionnaire: ReadableQuestionnaire
  state: VersionState
  /** The version that it can be compared with; null for the first. */
  since: string | null
}

const explanations: Record<NonNullable<VersionState>, string> = {
  Draft: 'This version is a draft. It can be read here, and no assessment can be started with it.',
  Withdrawn:
    'This version was withdrawn. Assessments that use it stay as they are; no new one can be started with it.',
  'No longer offered': 'This version is kept because assessments use it. No new one can be started with it.',
}

/** A whole questionnaire to be read, with a way to print it. */
export function QuestionnairePage({ questionnaire, state, since }: Props) {
  const { slug, version, title, summary, about, minutes, levels, bands, whenInDoubt, domains } = questionnaire
  return (
    <>
      <PageHeading title={title} above={[{ label: 'Questionnaires', to: '/questionnaires' }]}>
        <p className="usa-intro">{summary}</p>
        <p>
          Version {version}. Takes a team {minutes.least} to {minutes.most} minutes.{' '}
          <Link to={`/questionnaires/${slug}/${version}/print`}>Print it to fill in by hand</Link>
        </p>
        {since !== null && (
          <p>
            <Link to={`/questionnaires/${slug}/${version}/changes`}>What changed since {since}</Link>
          </p>
        )}
      </PageHeading>
      {state && <Alert tone="warning">{explanations[state]}</Alert>}
      <nav aria-label="Domains">
        <ul className="page-links">
          {domains.map((domain) => (
            <li key={domain.id}>
              <a href={`#${domain.id}`}>{domain.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section className="readable">
        <h2>About this questionnaire</h2>
        <Markdown blocks={about} />
        <h2>Levels</h2>
        <dl className="anchors">
          {levels.map(({ value, label, meaning }) => (
            <div key={value}>
              <dt>
                {value} · {label}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>{whenInDoubt}</p>
        <h2>Bands</h2>
        <dl className="anchors">
          {bands.map(({ id, label, from, meaning }) => (
            <div key={id}>
              <dt>
                {label}, from {from}
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
      {domains.map((domain) => (
        <section key={domain.id} id={domain.id} className="readable" aria-labelledby={`${domain.id}-title`}>
          <h2 id={`${domain.id}-title`}>{domain.title}</h2>
          <p className="usa-intro">{domain.question}</p>
          <Markdown blocks={domain.about} />
          {domain.items.map((item) => (
            <ReadableItemSection key={item.item.id} readable={item} levels={levels} />
          ))}
        </section>
      ))}
    </>
  )
}
