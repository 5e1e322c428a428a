import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { HandOver } from '#app/accounts/hand-over.tsx'
import type { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { EnrollmentList } from './enrollment-list.tsx'
import { InviteForms } from './invite-forms.tsx'
import type { EnrollmentsPageData, ListName } from './load-enrollments.server.ts'

interface Props {
  page: EnrollmentsPageData
  notice: ReturnType<typeof noticeOf>
  answer:
    | { faults: string[] }
    | { link: { email: string; url: string } }
    | { form: string; lastResult: SubmissionResult }
    | undefined
}

/** A program's enrollments and invitations, and how it invites more. */
export function EnrollmentsPage({ page, notice, answer }: Props) {
  const { organization, manages, counts } = page
  const none = counts.active + counts.invited + counts.past === 0
  return (
    <div className="partnerships">
      <PageHeading
        title="Enrollments"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p>
          You invite agencies; each one decides whether to enroll and what it shares with you. An agency that
          hasn’t accepted shows you nothing.
        </p>
        {manages && !none && (
          <p>
            <a className="usa-link" href="#invite">
              Invite agencies
            </a>
          </p>
        )}
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'faults' in answer && <FormFaults errors={answer.faults} />}
      {answer && 'link' in answer && (
        <HandOver {...answer.link}>It works for 30 days, once, and is not shown again.</HandOver>
      )}
      {!none && (
        <>
          <Lists page={page} />
          <EnrollmentList page={page} />
        </>
      )}
      {manages ? (
        <InviteForms
          page={page}
          answer={answer && 'lastResult' in answer ? answer : null}
          // Empty again once what was typed is on the list.
          key={`${counts.invited}`}
        />
      ) : (
        none && <p>No agency is invited yet. A coordinator of the program can invite some.</p>
      )}
    </div>
  )
}

const listWords: Record<ListName, string> = {
  active: 'Enrolled',
  invited: 'Invited, not answered yet',
  past: 'Declined, withdrawn or ended',
}

function Lists({ page: { counts, list, organization } }: { page: EnrollmentsPageData }) {
  const names: ListName[] = ['active', 'invited', 'past']
  return (
    <nav aria-label="Lists">
      <ul className="page-links enrollment-lists">
        {names.map((name) => (
          <li key={name}>
            <Link
              to={`/organizations/${organization.id}/enrollments?list=${name}`}
              aria-current={name === list ? 'page' : undefined}
            >
              {listWords[name]} ({counts[name].toLocaleString('en-US')})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
