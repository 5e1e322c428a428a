import { Link } from '@remix-run/react'
import { sharingSteps, type SharingStep } from '#assessments/sharing.ts'
import type { ProgramHomeData } from './load-program-home.server.ts'

interface Props {
  organizationId: string
  data: ProgramHomeData
}

/** A program's home: its agencies in figures, what to do next, and what it may see of them and why. */
export function ProgramHome({ organizationId, data }: Props) {
  const path = `/organizations/${organizationId}`
  const { active, invited } = data
  return (
    <>
      {active > 0 ? (
        <Following path={path} data={data} />
      ) : (
        <NobodyYet path={path} invited={invited} mayInvite={data.mayInvite} />
      )}
      <WhatYouSee />
    </>
  )
}

function Following({ path, data }: { path: string; data: ProgramHomeData }) {
  const { active, invited, steps, mayInvite } = data
  return (
    <>
      <section className="next-step" aria-labelledby="now">
        <h2 id="now" className="next-step__heading">
          You follow {number(active)} {active === 1 ? 'agency' : 'agencies'}
        </h2>
        <p className="next-step__sentence">
          See who has started, who is final and who is due, how scores are distributed, and what moved.
        </p>
        <Link className="usa-button usa-button--big next-step__button" to={`${path}/portfolio`}>
          See your agencies
        </Link>
      </section>
      <section className="page-section" aria-labelledby="share">
        <h2 id="share">What they share</h2>
        <table className="usa-table usa-table--borderless program-counts">
          <thead>
            <tr>
              <th scope="col">Agencies that share</th>
              <th scope="col" className="chart-table__number">
                How many
              </th>
            </tr>
          </thead>
          <tbody>
            {sharingSteps.map((step) => (
              <tr key={step}>
                <th scope="row">{stepNames[step]}</th>
                <td className="chart-table__number">{number(steps[step])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {invited > 0 && (
          <p>
            <Link to={`${path}/enrollments?list=invited`}>
              {number(invited)} {invited === 1 ? 'invitation waits' : 'invitations wait'} for an answer
            </Link>
          </p>
        )}
        <p>
          {mayInvite ? (
            <Link className="usa-button usa-button--outline" to={`${path}/enrollments#invite`}>
              Invite agencies
            </Link>
          ) : (
            <Link to={`${path}/enrollments`}>See all enrollments</Link>
          )}
        </p>
      </section>
    </>
  )
}

const stepNames: Record<SharingStep, string> = {
  profile: 'Profile and dates only',
  scores: 'Scores too',
  answers: 'Scores and answers',
}

interface NobodyProps {
  path: string
  invited: number
  mayInvite: boolean
}

function NobodyYet({ path, invited, mayInvite }: NobodyProps) {
  return (
    <section className="next-step" aria-labelledby="now">
      <h2 id="now" className="next-step__heading">
        No agency is enrolled yet
      </h2>
      <p className="next-step__sentence">
        {invited === 0
          ? 'You invite agencies, one by one or as a list. Each decides whether to enroll, and what it shares with you.'
          : `${number(invited)} ${invited === 1 ? 'invitation waits' : 'invitations wait'} for an answer. Agencies appear here as soon as they accept.`}
      </p>
      {mayInvite ? (
        <Link
          className="usa-button usa-button--big next-step__button"
          to={`${path}/enrollments${invited === 0 ? '#invite' : ''}`}
        >
          {invited === 0 ? 'Invite agencies' : 'See the invitations, and invite more'}
        </Link>
      ) : (
        <p>A coordinator of the program can invite agencies.</p>
      )}
      <p>
        <Link to="/questionnaires">Read the questionnaires</Link>
      </p>
    </section>
  )
}

/** What a program may see and may not, and why. */
function WhatYouSee() {
  return (
    <section className="page-section" aria-labelledby="see">
      <h2 id="see">What you see of an agency, and what you don’t</h2>
      <p>Each agency chooses, for your program, one of these, and can change it at any time:</p>
      <dl className="followed-steps">
        <div>
          <dt>Profile and dates</dt>
          <dd>Who it is, and the stages and dates of its assessments.</dd>
        </div>
        <div>
          <dt>Scores</dt>
          <dd>Also final domain and overall scores and bands, with what changed.</dd>
        </div>
        <div>
          <dt>Answers</dt>
          <dd>
            Also its own and the agreed level of each item, and what holds a band back; notes only where it
            shares those too.
          </dd>
        </div>
      </dl>
      <p>
        You never see answers before an assessment is final, the talk between an agency and its partner,
        drafts, or who answered. A partner’s own answers show only where the partner agrees to it.
      </p>
      <p>
        Why: a self-assessment is worth something only where people rate themselves honestly. They do where
        they know who reads it, and where being honest costs them nothing. What an agency stops sharing
        disappears here at once, from pages, figures and new exports.
      </p>
    </section>
  )
}

const number = (count: number) => count.toLocaleString('en-US')
