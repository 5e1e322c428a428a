import { Link } from '@remix-run/react'
import { sharedWords } from '#app/enrollments/sharing-words.ts'
import { formatScore } from '#app/format.ts'
import { FollowedRoundView } from './followed-round.tsx'
import type { Followed } from './load-followed.server.ts'

interface Props {
  followed: Followed
  /** The page's own path, to which a round is added. */
  path: string
}

/** What a program sees of an agency, no more and no less; the agency looks at the same. */
export function FollowedView({ followed, path }: Props) {
  const { profile, rounds, round, step } = followed
  return (
    <>
      <p>
        Shared: <strong>{sharedWords(followed)}</strong>.
      </p>
      <section className="page-section" aria-labelledby="profile">
        <h2 id="profile">Profile</h2>
        <dl className="followed-facts">
          <Fact name="Name" value={profile.name} />
          <Fact name="Place" value={profile.place} />
          <Fact name="Type" value={profile.type} />
          <Fact name="Size" value={profile.size} />
          <Fact name="ORI" value={profile.ori} />
          <Fact name="Assesses itself" value={profile.every} />
        </dl>
      </section>
      <section className="page-section" aria-labelledby="rounds">
        <h2 id="rounds">Assessments</h2>
        {rounds.length === 0 ? (
          <p>No assessment was started yet.</p>
        ) : (
          <RoundsTable
            rounds={rounds}
            chosen={round?.id ?? null}
            path={path}
            withScores={step !== 'profile'}
          />
        )}
      </section>
      {round && <FollowedRoundView round={round} />}
    </>
  )
}

function Fact({ name, value }: { name: string; value: string | null }) {
  if (value === null) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

interface TableProps {
  rounds: Followed['rounds']
  chosen: string | null
  path: string
  withScores: boolean
}

function RoundsTable({ rounds, chosen, path, withScores }: TableProps) {
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked assessments-table">
      <thead>
        <tr>
          <th scope="col">As of</th>
          <th scope="col">Questionnaire</th>
          <th scope="col">Stage</th>
          <th scope="col">Started</th>
          <th scope="col">Made final</th>
          {withScores && <th scope="col">Overall score</th>}
        </tr>
      </thead>
      <tbody>
        {rounds.map(({ id, asOf, questionnaire, stage, started, final, overall }) => (
          <tr key={id}>
            <th scope="row" data-label="As of">
              {overall && id !== chosen ? (
                <Link to={`${path}round=${id}`} preventScrollReset>
                  {asOf}
                </Link>
              ) : (
                asOf
              )}
            </th>
            <td data-label="Questionnaire">{questionnaire}</td>
            <td data-label="Stage">{stage}</td>
            <td data-label="Started">{started}</td>
            <td data-label="Made final">{final ?? 'Not yet'}</td>
            {withScores && (
              <td data-label="Overall score">
                {overall ? `${formatScore(overall)}, ${overall.band ?? 'no band'}` : 'Not final yet'}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
