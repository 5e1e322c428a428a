import { Form, Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { GoAloneData } from './load-go-alone.server.ts'

interface Props {
  data: GoAloneData
  /** Why nothing was done. */
  fault: string | null
}

/** Going on without the partner: what it means, why, and being sure. */
export function GoAloneForm({ data, fault }: Props) {
  const { assessment, partnerName, reasons } = data
  const path = `/assessments/${assessment.id}`
  return (
    <div className="page__narrow">
      <PageHeading title="Go on alone" above={data.above}>
        <p>As of {assessment.asOf}.</p>
      </PageHeading>
      {fault !== null && (
        <Alert tone="error" live>
          {fault}
        </Alert>
      )}
      {reasons.length > 0 && partnerName !== null ? (
        <Reasons data={data} partnerName={partnerName} />
      ) : (
        <Alert tone="info">
          {whyNot(data)} <Link to={path}>Go to its overview</Link>
        </Alert>
      )}
    </div>
  )
}

function whyNot({ alone, assessment, partnerName }: GoAloneData): string {
  if (assessment.stage === 'final') return 'This assessment is final.'
  if (alone) return 'This assessment goes on alone already.'
  return partnerName === null ? 'This assessment has no partner.' : 'This assessment can’t go on alone now.'
}

function Reasons({ data, partnerName }: { data: GoAloneData; partnerName: string }) {
  const { reasons, revision, submitted } = data
  const [only] = reasons.length === 1 ? reasons : []
  return (
    <Form method="post" className="big-form">
      <p>If you go on alone:</p>
      <ul>
        <li>{partnerName} no longer rates this assessment, settles nothing and signs nothing.</li>
        <li>
          {submitted.agency
            ? 'Your own answers are opened again. You look through them and submit alone.'
            : 'You finish your answers and submit alone.'}
        </li>
        <li>The result says everywhere that it is not co-reviewed.</li>
        <li>{partnerName} can still read its own answers. Both sides are told by mail.</li>
        <li>It can’t be undone. A later assessment can be rated together again.</li>
      </ul>
      <input type="hidden" name="revision" value={revision} />
      <fieldset className="usa-fieldset">
        <legend className="usa-legend">Why do you go on alone?</legend>
        {reasons.map(({ reason, words }) => (
          <div className="usa-radio" key={reason}>
            <input
              className="usa-radio__input"
              type="radio"
              id={`reason-${reason}`}
              name="reason"
              value={reason}
              required
              defaultChecked={reason === only?.reason}
            />
            <label className="usa-radio__label" htmlFor={`reason-${reason}`}>
              {words}
            </label>
          </div>
        ))}
      </fieldset>
      <div className="usa-checkbox">
        <input className="usa-checkbox__input" type="checkbox" id="sure" name="sure" value="yes" required />
        <label className="usa-checkbox__label" htmlFor="sure">
          I am sure that we go on without {partnerName}
        </label>
      </div>
      <button type="submit" className="usa-button usa-button--big">
        Go on alone
      </button>
    </Form>
  )
}
