import { Link } from '@remix-run/react'
import { counted } from '#app/format.ts'
import type { ListedQuestionnaire } from './list-questionnaires.server.ts'

/** Each questionnaire with its versions, the newest first. */
export function QuestionnaireList({ questionnaires }: { questionnaires: readonly ListedQuestionnaire[] }) {
  if (questionnaires.length === 0) return <p>No questionnaire is installed here.</p>
  return (
    <ul className="questionnaires">
      {questionnaires.map((questionnaire) => (
        <li key={questionnaire.slug}>
          <h2>{questionnaire.title}</h2>
          <p>{questionnaire.summary}</p>
          <p>
            {counted(questionnaire.domains, 'domain')}, {counted(questionnaire.items, 'item')};{' '}
            {questionnaire.minutes.least} to {questionnaire.minutes.most} minutes for a team.
          </p>
          <ul>
            {questionnaire.versions.map(({ version, state, since }) => (
              <li key={version}>
                <Link to={`/questionnaires/${questionnaire.slug}/${version}`}>
                  {questionnaire.title}, version {version}
                </Link>{' '}
                {state && <span className="usa-tag">{state}</span>}{' '}
                {since !== null && (
                  <Link to={`/questionnaires/${questionnaire.slug}/${version}/changes`}>
                    What changed since {since}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
