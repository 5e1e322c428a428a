import { Form } from '@remix-run/react'
import { FaultList } from './fault-list.tsx'
import { ListHeading, type ListOrganization } from './list-heading.tsx'
import type { ListFault } from '#app/enrollments/read-list.server.ts'

interface Props {
  organization: ListOrganization
  answer: { faults: ListFault[]; text: string } | null
}

/** Where a list of agencies is pasted or uploaded, to be checked first. */
export function ListForm({ organization, answer }: Props) {
  return (
    <div className="partnerships">
      <ListHeading organization={organization} title="Invite a list of agencies">
        <p>
          Paste rows of a spreadsheet, or choose a CSV file. You then see what would be sent to whom. Nothing
          is sent before you confirm.
        </p>
      </ListHeading>
      {answer && <FaultList heading="This list can’t be read" faults={answer.faults} live />}
      <Form method="post" encType="multipart/form-data" className="usa-form usa-form--large">
        <label className="usa-label" htmlFor="list">
          The list
        </label>
        <div className="usa-hint" id="list-hint">
          The first row names the columns: name, email and, if you have them, state, county, ORI. An agency
          that is here is found by its ORI, or by its coordinator’s address. At most 1,000 rows.
        </div>
        <textarea
          className="usa-textarea list-form__list"
          id="list"
          name="list"
          aria-describedby="list-hint"
          defaultValue={answer?.text ?? ''}
          key={answer?.text ?? ''}
          spellCheck={false}
          placeholder={
            'name,email,state,county,ORI\nLarkmoor Police Department,chief@larkmoor.example,OH,Adams,OH0010100'
          }
        />
        <label className="usa-label" htmlFor="file">
          Or a file <span className="usa-hint">(CSV, in UTF-8, up to 256 kB)</span>
        </label>
        <input
          className="usa-file-input list-form__file"
          id="file"
          name="file"
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        />
        <button type="submit" className="usa-button usa-button--big" name="intent" value="check">
          Check the list
        </button>
      </Form>
    </div>
  )
}
