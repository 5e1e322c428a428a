import type { SubmissionResult } from '@conform-to/react'
import { otherSide } from '#assessments/access.ts'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { HandOver } from '#app/accounts/hand-over.tsx'
import type { noticeOf } from '#app/accounts/notices.ts'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { sideWords } from '#app/partnerships/partnership-words.ts'
import { ActiveList, PastList, ProposedList, WaitingList } from './partnership-lists.tsx'
import type { PartnershipsPage as Page } from './load-partnerships.server.ts'
import { ProposeForms } from './propose-forms.tsx'

interface Props {
  page: Page
  notice: ReturnType<typeof noticeOf>
  answer:
    | { faults: string[] }
    | { link: { email: string; url: string } }
    | { form: string; lastResult: SubmissionResult }
    | undefined
}

/** An organization's partnerships: what waits for an answer first, then those in force. */
export function PartnershipsPage({ page, notice, answer }: Props) {
  const { organization, side, manages, active, waiting, proposed, past } = page
  const others = sideWords[otherSide(side)]
  return (
    <div className="partnerships">
      <PageHeading
        title="Partnerships"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p>
          Partners rate the same items of an assessment, each side by itself, and settle the differences
          together.
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'faults' in answer && <FormFaults errors={answer.faults} />}
      {answer && 'link' in answer && (
        <HandOver {...answer.link}>It works for 30 days, once, and is not shown again.</HandOver>
      )}
      {waiting.length > 0 && <WaitingList waiting={waiting} manages={manages} />}
      <section className="page-section" aria-labelledby="active">
        <h2 id="active">Partners</h2>
        {active.length > 0 ? (
          <ActiveList active={active} manages={manages} />
        ) : (
          <p>
            {organization.name} works with no {others.many} here yet.{' '}
            {manages ? '' : 'A coordinator can propose a partnership.'}
          </p>
        )}
      </section>
      {proposed.length > 0 && <ProposedList proposed={proposed} manages={manages} />}
      {manages && (
        <ProposeForms
          page={page}
          answer={answer && 'lastResult' in answer ? answer : null}
          // Empty again once what was typed is on the list.
          key={`${proposed.length}`}
        />
      )}
      {past.length > 0 && <PastList past={past} />}
    </div>
  )
}
