import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import { CountsTable } from './counts-table.tsx'
import type { ImpactData } from './load-impact.server.ts'

/** What a version means for the assessments that stand on earlier ones. */
export function ImpactPage({ page }: { page: ImpactData }) {
  const { slug, version, title, draft, revises, items, scores, firstDomain } = page
  return (
    <div className="administration">
      <PageHeading
        title={`What version ${version} means`}
        above={[
          { label: 'Administration', to: '/administration' },
          { label: 'Questionnaires', to: '/administration/questionnaires' },
        ]}
      >
        <p className="usa-intro">
          {title}. {items}
        </p>
        <p>
          {revises !== null && (
            <>
              <Link to={`/questionnaires/${slug}/${version}/changes`}>What changed since {revises}</Link>{' '}
              ·{' '}
            </>
          )}
          <Link to={`/administration/questionnaires/${slug}/${version}/preview/${firstDomain}`}>
            Preview it as it will be answered
          </Link>
        </p>
      </PageHeading>
      {draft && (
        <Alert tone="info">
          This version is a draft. This is what it would mean if it were published now.
        </Alert>
      )}
      <InProgress inProgress={page.inProgress} />
      <Answers answers={page.answers} />
      <Comparable comparable={page.comparable} />
      <section aria-labelledby="scores">
        <h2 id="scores">Scores</h2>
        <p>
          If the comparable answers of each agency’s latest final assessment were scored under this version:
        </p>
        <ul>
          {scores.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>No score is changed by this: every assessment stays scored under its own version.</p>
      </section>
    </div>
  )
}

function InProgress({ inProgress }: Pick<ImpactData, 'inProgress'>) {
  return (
    <section aria-labelledby="in-progress">
      <h2 id="in-progress">Assessments in progress</h2>
      {inProgress.length === 0 ? (
        <p>None is in progress on an earlier version.</p>
      ) : (
        <>
          <p>They stay on their version, unless their coordinator moves them before a side has submitted.</p>
          <CountsTable
            caption="Assessments in progress by version"
            columns={['Version', 'In progress', 'Could move']}
            rows={inProgress.map(({ version, assessments, movable }) => [version, assessments, movable])}
          />
        </>
      )}
    </section>
  )
}

function Answers({ answers: { columns, rows } }: Pick<ImpactData, 'answers'>) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">Answers that were given</h2>
      {rows.length === 0 ? (
        <p>Nothing was answered on an earlier version.</p>
      ) : (
        <>
          <p>
            What becomes of each answer that is carried forward or moved. Nothing is lost: what doesn’t carry
            over stays where it was given.
          </p>
          <CountsTable
            caption="Answers by what becomes of them"
            columns={['Answers that …', ...columns]}
            rows={rows.map(({ words, counts }) => [words, ...counts])}
          />
        </>
      )}
    </section>
  )
}

function Comparable({ comparable: { assessments, bases } }: Pick<ImpactData, 'comparable'>) {
  const shrinking = bases.reduce((sum, base) => sum + base.assessments, 0)
  return (
    <section aria-labelledby="comparable">
      <h2 id="comparable">Items to compare on</h2>
      {assessments === 0 ? (
        <p>No assessment was made final on an earlier version.</p>
      ) : (
        <>
          <p>
            {shrinking} of {counted(assessments, 'final assessment')} can be compared with later ones on fewer
            items than were answered.
          </p>
          {bases.length > 0 && (
            <CountsTable
              caption="Final assessments by how many items are left to compare on"
              columns={['Version', 'Answered items', 'Comparable items', 'Assessments']}
              rows={bases.map((base) => [base.version, base.from, base.to, base.assessments])}
            />
          )}
        </>
      )}
    </section>
  )
}
