import { Form, Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { counted } from '#app/format.ts'
import type { CarryForwardPage } from './load-carry-forward.server.ts'

interface Props {
  page: CarryForwardPage
  fault: string | null
  /** Ids of the domains that were ticked when it was refused. */
  chosen: readonly string[] | null
}

/** From which assessment a side's last answers come, what becomes of them, and which of them come along. */
export function CarryForward({ page, fault, chosen }: Props) {
  const { above, side, assessment, locked, from, domains } = page
  const overview = `/assessments/${assessment.id}`
  const open = domains.filter((row) => row.stands + row.anew + row.notHeld > 0)
  return (
    <div className="page__narrow">
      <PageHeading title="Carry answers forward" above={above}>
        {side === 'partner' && <p>As the partner of {assessment.agencyName}</p>}
      </PageHeading>
      <FormFaults errors={fault ? [fault] : []} />
      {locked && <Alert tone="info">{locked}</Alert>}
      {!locked && (!from || open.length === 0) && (
        <p>
          {from
            ? `Everything of your assessment as of ${from.asOf} that can come along is here.`
            : 'There is nothing to carry forward: you have no final assessment with this questionnaire yet.'}{' '}
          <Link to={overview}>Back to the assessment</Link>
        </p>
      )}
      {!locked && from && open.length > 0 && (
        <>
          <Explanation page={page} from={from} />
          <Domains rows={open} chosen={chosen} />
        </>
      )}
      {!locked && from && <LeftBehind page={page} fromId={from.id} />}
    </div>
  )
}

type Source = NonNullable<CarryForwardPage['from']>

function Explanation({ page: { own, side }, from }: { page: CarryForwardPage; from: Source }) {
  return (
    <>
      <p>
        From <Link to={`/assessments/${from.id}`}>your assessment as of {from.asOf}</Link>, version{' '}
        {from.version}: the answers that {own} gave, with their notes and links
        {side === 'partner' ? ', and nobody else’s' : ', not what was agreed with a partner'}.
      </p>
      <ul>
        <li>
          Each comes marked <strong>not reconfirmed</strong>, with when and by whom it was given, and counts
          as unanswered until one of you confirms or changes it.
        </li>
        {from.newVersion && (
          <li>
            The questionnaire has changed since, to version {from.newVersion}. Where a question is another one
            now, you answer it anew, with the earlier answer beside it.
          </li>
        )}
        <li>What is answered here already stays as it is.</li>
      </ul>
    </>
  )
}

type Row = CarryForwardPage['domains'][number]

function Domains({ rows, chosen }: { rows: readonly Row[]; chosen: readonly string[] | null }) {
  return (
    <Form method="post" className="carry-domains">
      <fieldset className="usa-fieldset">
        <legend className="usa-legend usa-legend--large">Which domains’ answers come along</legend>
        {rows.map((row) => (
          <div className="usa-checkbox" key={row.id}>
            <input
              className="usa-checkbox__input usa-checkbox__input--tile"
              type="checkbox"
              id={`domain-${row.id}`}
              name="domain"
              value={row.id}
              defaultChecked={chosen === null || chosen.includes(row.id)}
            />
            <label className="usa-checkbox__label" htmlFor={`domain-${row.id}`}>
              {row.title}
              <span className="usa-checkbox__label-description">{rowWords(row)}</span>
            </label>
          </div>
        ))}
      </fieldset>
      <button type="submit" className="usa-button usa-button--big">
        Carry these answers forward
      </button>
    </Form>
  )
}

/** "8 answers stand, to be confirmed · 1 question is asked anew · 1 answer can’t be held and is shown beside its question". */
function rowWords({ stands, anew, notHeld, staying, left }: Row): string {
  const one = (count: number, singular: string, plural: string) => (count === 1 ? singular : plural)
  return [
    stands > 0 && `${counted(stands, 'answer')} ${one(stands, 'stands', 'stand')}, to be confirmed`,
    anew > 0 && `${counted(anew, 'question')} ${one(anew, 'is', 'are')} asked anew`,
    notHeld > 0 &&
      `${counted(notHeld, 'answer')} can’t be given any more and ${one(notHeld, 'is', 'are')} shown beside the question`,
    left > 0 && `${left} ${one(left, 'belongs', 'belong')} to what is not asked any more`,
    staying > 0 && `${staying} answered here ${one(staying, 'stays', 'stay')}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function LeftBehind({ page: { left }, fromId }: { page: CarryForwardPage; fromId: string }) {
  if (left.length === 0) return null
  return (
    <details className="fold">
      <summary>
        {counted(left.length, 'answer')} {left.length === 1 ? 'belongs to a question' : 'belong to questions'}{' '}
        that you are not asked any more
      </summary>
      <p>
        {left.length === 1 ? 'It stays' : 'They stay'} readable in{' '}
        <Link to={`/assessments/${fromId}`}>
          the assessment that {left.length === 1 ? 'it is' : 'they are'} in
        </Link>
        .
      </p>
      <ul>
        {left.map(({ id, domain, question }) => (
          <li key={id}>
            {domain}: {question}
          </li>
        ))}
      </ul>
    </details>
  )
}
