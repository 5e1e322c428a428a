import { Link } from '@remix-run/react'
import { PageHeading } from '#app/components/page-heading.tsx'

/** The recovery codes, the only time that they are shown. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="page__narrow">
      <PageHeading title="Keep your recovery codes" above={[{ label: 'Your account', to: '/account' }]}>
        <p className="usa-intro">
          The second step is on. If you lose your phone, one of these codes signs you in; each works once.
          Print them or write them down: they are not shown again.
        </p>
      </PageHeading>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <Link className="usa-button" to="/account">
          I have kept them
        </Link>
      </p>
    </div>
  )
}
