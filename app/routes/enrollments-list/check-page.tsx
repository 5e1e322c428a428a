import { Form, Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import type { CheckedList, Planned } from '#app/enrollments/check-list.server.ts'
import { counted } from '#app/format.ts'
import { FaultList } from './fault-list.tsx'
import { ListHeading, type ListOrganization } from './list-heading.tsx'

interface Props {
  organization: ListOrganization
  mails: boolean
  checked: CheckedList
  ignored: string[]
  text: string
}

/** What inviting a list would do, before anything is sent. */
export function CheckPage({ organization, mails, checked, ignored, text }: Props) {
  const { planned, skipped, faults } = checked
  return (
    <div className="partnerships">
      <ListHeading organization={organization} title="Check the list">
        <p className="usa-intro">Nothing has been sent yet. {summaryOf(checked)}</p>
      </ListHeading>
      {faults.length > 0 && (
        <FaultList
          heading={`${counted(faults.length, 'fault')}: these rows are left out`}
          faults={faults}
          live
        />
      )}
      {ignored.length > 0 && (
        <Alert tone="info">Columns that mean nothing here, and are left out: {ignored.join(', ')}.</Alert>
      )}
      {planned.length > 0 && (
        <Form method="post" className="check-list__send">
          <input type="hidden" name="list" value={text} />
          <button type="submit" className="usa-button usa-button--big" name="intent" value="send">
            Invite {counted(planned.length, 'agency', 'agencies')}
          </button>
          {!mails && (
            <p className="usa-hint">This site sends no mail: you get a link for each address to hand over.</p>
          )}
        </Form>
      )}
      {planned.length > 0 && <PlannedTable planned={planned} />}
      {skipped.length > 0 && (
        <section className="page-section" aria-labelledby="skipped">
          <h2 id="skipped">Not invited again ({skipped.length})</h2>
          <ul>
            {skipped.map(({ row, name, why }) => (
              <li key={row}>
                Row {row}, {name}: {why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ChangeFold text={text} open={planned.length === 0} />
      <p>
        <Link to={`/organizations/${organization.id}/enrollments`}>Back without inviting anybody</Link>
      </p>
    </div>
  )
}

function summaryOf({ planned, skipped, faults }: CheckedList): string {
  const here = planned.filter(({ kind }) => kind === 'agency').length
  const parts = [
    `${counted(planned.length, 'agency', 'agencies')} would be invited: ${here} that ${here === 1 ? 'is' : 'are'} here, ${planned.length - here} by mail.`,
    skipped.length > 0 && `${counted(skipped.length, 'row')} need no invitation.`,
    faults.length > 0 && 'Mend the rows with faults and check again, or invite the others now.',
  ]
  return parts.filter((part) => part !== false).join(' ')
}

function PlannedTable({ planned }: { planned: readonly Planned[] }) {
  return (
    <section className="page-section" aria-labelledby="planned">
      <h2 id="planned">To be invited ({planned.length})</h2>
      <table className="usa-table usa-table--borderless usa-table--stacked planned-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Agency</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          {planned.map((one) => (
            <tr key={one.row}>
              <td data-label="Row">{one.row}</td>
              <th scope="row" data-label="Agency">
                {one.name}
                {one.kind === 'agency' && `, ${one.place}`}
              </th>
              <td data-label="How">
                {one.kind === 'agency' ? `Is here, found ${one.how}` : `By mail to ${one.email}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The list as it was sent, to mend it here. */
function ChangeFold({ text, open }: { text: string; open: boolean }) {
  return (
    <details className="fold" open={open}>
      <summary>Change the list and check again</summary>
      <Form method="post" className="usa-form usa-form--large">
        <label className="usa-label" htmlFor="list">
          The list
        </label>
        <textarea
          className="usa-textarea list-form__list"
          id="list"
          name="list"
          defaultValue={text}
          key={text}
          spellCheck={false}
        />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="check">
          Check again
        </button>
      </Form>
    </details>
  )
}
