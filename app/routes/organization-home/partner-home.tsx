import { Link } from '@remix-run/react'
import { ProgressBar } from '#app/components/progress-bar.tsx'
import type { AgencySection, PartnerHomeData } from './load-partner-home.server.ts'
import type { PartnerWork } from './partner-work.server.ts'
import { Proposals } from './proposals.tsx'

interface Props {
  organizationId: string
  data: PartnerHomeData
  mayPropose: boolean
}

/** A partner's home: each agency that it works with, and what waits there. */
export function PartnerHome({ organizationId, data: { agencies, proposals }, mayPropose }: Props) {
  const first = agencies[0]?.work[0]
  return (
    <>
      <Proposals organizationId={organizationId} proposals={proposals} />
      {agencies.map((agency) => (
        <Agency key={agency.id} agency={agency} first={first} />
      ))}
      {agencies.length === 0 && <NoAgencies organizationId={organizationId} mayPropose={mayPropose} />}
    </>
  )
}

interface AgencyProps {
  agency: AgencySection
  /** What is to be done next of all; its button is the biggest. */
  first: PartnerWork | undefined
}

function Agency({ agency, first }: AgencyProps) {
  const { id, name, active, work, results, next } = agency
  return (
    <section className="page-section" aria-labelledby={`agency-${id}`}>
      <h2 id={`agency-${id}`}>{name}</h2>
      {!active && <p>You are no longer partners. What you did together stays readable.</p>}
      {work.map((one) => (
        <Work key={one.id} work={one} isNext={one === first && one.waitsForUs} />
      ))}
      {work.length === 0 && active && <p>{nothingWaits(agency)}</p>}
      {next && active && (
        <p>
          By its own schedule, {name} assesses itself again soon: {next.words}.
        </p>
      )}
      {results.length > 0 && <Results agency={name} results={results} />}
    </section>
  )
}

function nothingWaits({ name, results }: AgencySection): string {
  return results.length > 0
    ? 'Nothing waits for you here.'
    : `${name} hasn’t asked you to rate an assessment yet. You are told as soon as it does.`
}

function Work({ work, isNext }: { work: PartnerWork; isNext: boolean }) {
  const { id, title, asOf, progress, sentences, next, waitsForUs } = work
  return (
    <div className={isNext ? 'next-step' : 'partner-work'}>
      <h3 className="partner-work__title">
        <Link to={`/assessments/${id}`}>
          {title}, as of {asOf}
        </Link>
      </h3>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {progress && <ProgressBar done={progress.answered} total={progress.applicable} />}
      <p>
        <Link className={classOf(isNext, waitsForUs)} to={next.to}>
          {next.label}
          {!isNext && (
            <span className="usa-sr-only">
              : {title}, as of {asOf}
            </span>
          )}
        </Link>
      </p>
    </div>
  )
}

function classOf(isNext: boolean, waitsForUs: boolean): string | undefined {
  if (isNext) return 'usa-button usa-button--big next-step__button'
  return waitsForUs ? 'usa-button usa-button--outline' : undefined
}

function Results({ agency, results }: { agency: string; results: AgencySection['results'] }) {
  return (
    <>
      <h3>Results</h3>
      <ul>
        {results.map(({ id, title, asOf, to, beingRevised }) => (
          <li key={id}>
            <Link to={to}>
              As of {asOf}
              <span className="usa-sr-only">
                : {agency}, {title}
              </span>
            </Link>
            {beingRevised && ' (being revised)'}
          </li>
        ))}
      </ul>
    </>
  )
}

function NoAgencies({ organizationId, mayPropose }: Pick<Props, 'organizationId' | 'mayPropose'>) {
  return (
    <section className="next-step" aria-labelledby="now">
      <h2 id="now" className="next-step__heading">
        You work with no agency here yet
      </h2>
      <p className="next-step__sentence">
        A partnership starts when an agency asks you, or you ask it, and the other accepts. Then the agency
        can ask you to rate an assessment, and it appears here.
      </p>
      {mayPropose ? (
        <Link
          className="usa-button usa-button--big next-step__button"
          to={`/organizations/${organizationId}/partnerships`}
        >
          Propose a partnership
        </Link>
      ) : (
        <p>A coordinator can propose one. Meanwhile, read the questionnaires.</p>
      )}
      <p>
        <Link to="/questionnaires">Read the questionnaires</Link>
      </p>
    </section>
  )
}
