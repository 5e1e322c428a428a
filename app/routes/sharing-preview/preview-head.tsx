import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { PreviewHeadData } from './load-preview.server.ts'

/** Says of a preview whether it is what the program sees now, or what it would see. */
export function PreviewHead({ head: { agency, program, now, supposed } }: { head: PreviewHeadData }) {
  const home = `/organizations/${agency.id}`
  return (
    <>
      <PageHeading
        title={supposed ? `What ${program} would see` : `What ${program} sees`}
        above={[
          { label: agency.name, to: home },
          { label: 'Sharing with programs', to: `${home}/sharing` },
        ]}
      >
        <p>
          {supposed
            ? 'This is the page that it would have of your agency, with what you have now.'
            : 'This is the page that it has of your agency: nothing more, and nothing less.'}
        </p>
      </PageHeading>
      {supposed && (
        <Alert tone="info">
          {now === null
            ? 'You have not accepted the invitation: now it sees nothing.'
            : `Now you share ${now}. To change that, go back to “Sharing with programs”.`}
        </Alert>
      )}
    </>
  )
}
