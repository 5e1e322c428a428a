import type { SubmissionResult } from '@conform-to/react'
import { FormFaults } from '#app/accounts/form-faults.tsx'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { MakeForm } from './make-form.tsx'
import { ShownOnce } from './shown-once.tsx'
import { TokenList } from './token-list.tsx'
import type { TokensData } from './tokens-of.server.ts'

type Answer =
  | { made: { name: string; token: string } }
  | { lastResult: SubmissionResult }
  | { faults: string[] }
  | undefined

interface Props {
  data: TokensData & { notice: { tone: 'info' | 'success' | 'warning'; text: string } | null }
  answer: Answer
}

/** What a token of an organization opens. */
const opened = (kind: TokensData['organization']['kind']) =>
  kind === 'program'
    ? 'what agencies share with your program, for as long as they share it'
    : 'your agency’s final assessments'

/** An organization's tokens for the API: making one, seeing which there are, revoking. */
export function TokensPage({ data: { organization, tokens, api, notice }, answer }: Props) {
  return (
    <div className="members">
      <PageHeading
        title="API tokens"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p className="usa-intro">
          A token lets another program of yours, such as a spreadsheet or a dashboard, read{' '}
          {opened(organization.kind)}. It can’t change anything.
        </p>
      </PageHeading>
      {notice && !answer && <Alert tone={notice.tone}>{notice.text}</Alert>}
      {answer && 'faults' in answer && <FormFaults errors={answer.faults} />}
      {answer && 'made' in answer && <ShownOnce {...answer.made} />}
      <MakeForm
        key={tokens.length}
        lastResult={answer && 'lastResult' in answer ? answer.lastResult : null}
      />
      <TokenList tokens={tokens} />
      <section aria-labelledby="use-heading">
        <h2 id="use-heading">Use a token</h2>
        <p>
          The API is at <a href={api}>{api}</a>. Send the token with each request, in the header{' '}
          <code>Authorization: Bearer</code>. What can be asked for is described in{' '}
          <a href={`${api}/openapi.json`}>its OpenAPI document</a>.
        </p>
      </section>
    </div>
  )
}
