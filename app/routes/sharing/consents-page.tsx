import { Form } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import type { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { Consents } from './load-sharing.server.ts'

interface Props {
  page: Consents
  notice: ReturnType<typeof noticeOf>
  faults: string[] | null
}

/** For each of a partner's agencies, the programs that follow it, and whether they see the partner's own answers. */
export function ConsentsPage({ page: { organization, consents, manages }, notice, faults }: Props) {
  return (
    <div className="partnerships">
      <PageHeading
        title="Sharing with programs"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p>
          An agency that you rate with may be enrolled with a program, such as a state office. The agency
          decides whether the program sees its own answers and those that you agreed on. Your own answers are
          yours: a program sees them only if you say so here, and you can take that back at any time. What you
          and the agency said to each other is never shown.
        </p>
      </PageHeading>
      {notice && !faults && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {faults && <FormFaults errors={faults} />}
      <section className="page-section" aria-labelledby="programs">
        <h2 id="programs">Programs that follow your agencies</h2>
        {consents.length === 0 ? (
          <p>None of the agencies that you work with is enrolled with a program.</p>
        ) : (
          <ul className="people-list">
            {consents.map((row) => (
              <Consent key={`${row.partnershipId} ${row.programId}`} row={row} manages={manages} />
            ))}
          </ul>
        )}
      </section>
      {!manages && <p>A coordinator of {organization.name} decides this.</p>}
    </div>
  )
}

function Consent({ row, manages }: { row: Consents['consents'][number]; manages: boolean }) {
  const { partnershipId, programId, agency, program, ended, answersShared, given } = row
  return (
    <li>
      <div>
        <p className="people-list__name">
          {program}, of your answers for {agency}
        </p>
        <p className="people-list__facts">
          {given ? `You let it see your own answers since ${given}.` : 'It does not see your own answers.'}{' '}
          {!answersShared && 'The agency shares no answers with it now, so that none of yours would show. '}
          {ended && 'The partnership has ended; this is about what you rated together.'}
        </p>
      </div>
      {manages && (
        <Form method="post">
          <input type="hidden" name="partnershipId" value={partnershipId} />
          <input type="hidden" name="programId" value={programId} />
          <button
            type="submit"
            className="usa-button usa-button--outline"
            name="intent"
            value={given ? 'take-back' : 'consent'}
          >
            {given ? 'Take that back' : `Let ${program} see our own answers`}
            <span className="usa-sr-only">
              {' '}
              for {agency}
              {given && `, from ${program}`}
            </span>
          </button>
        </Form>
      )}
    </li>
  )
}
