import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { noticeOf } from '#app/accounts/notices.ts'
import { AskForm } from './ask-form.tsx'
import { ExportList } from './export-list.tsx'
import { HowToCheck } from './how-to-check.tsx'
import type { ExportsPage } from './load-exports.server.ts'
import { useProgress } from './use-progress.ts'

interface Props {
  page: ExportsPage
  notice: ReturnType<typeof noticeOf>
  fault: string | null
}

/** Asking for exports, and those of the last day. */
export function ExportsScreen({ page, notice, fault }: Props) {
  const { organization, exports, query, what } = page
  const unfinished = exports.some(({ status }) => status === 'waiting' || status === 'running')
  useProgress(unfinished)
  return (
    <div className="exports">
      <PageHeading
        title="Exports"
        above={[{ label: organization.name, to: `/organizations/${organization.id}` }]}
      >
        <p>
          {organization.isProgram
            ? 'Files of what agencies share with this program, as it stands when they are made.'
            : 'Files of every final assessment of this agency, each as it was last made final.'}
        </p>
      </PageHeading>
      {notice && fault === null && (unfinished || notice.tone !== 'info') && (
        <Alert tone={notice.tone}>{notice.text}</Alert>
      )}
      {fault !== null && (
        <Alert tone="error" live>
          {fault}
        </Alert>
      )}
      {exports.length > 0 && <ExportList exports={exports} unfinished={unfinished} />}
      <AskForm isProgram={organization.isProgram} query={query} what={what} />
      {exports.some(({ files }) => files.length > 0) && <HowToCheck />}
    </div>
  )
}
