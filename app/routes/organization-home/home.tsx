import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { AgencyHome } from './agency-home.tsx'
import { PartnerHome } from './partner-home.tsx'
import type { HomeData } from './load-home.server.ts'

/** An organization's home: where things stand and what comes next. */
export function Home({ data }: { data: HomeData }) {
  const { organization, agency, partner, may } = data
  return (
    <>
      <PageHeading title={organization.name}>
        <HomeLinks data={data} />
      </PageHeading>
      <Confirmation status={organization.status} />
      {agency && <AgencyHome organizationId={organization.id} data={agency} mayStart={may.start} />}
      {partner && <PartnerHome organizationId={organization.id} data={partner} mayPropose={may.partner} />}
      {!agency && !partner && organization.status === 'confirmed' && <NotYet kind={organization.kind} />}
    </>
  )
}

function Confirmation({ status }: { status: HomeData['organization']['status'] }) {
  if (status === 'confirmed') return null
  if (status === 'declined') {
    return (
      <Alert tone="error" heading="Not confirmed">
        Whoever runs this site did not confirm this organization. Ask them if you think that is a mistake.
      </Alert>
    )
  }
  return (
    <Alert tone="info" heading="Waiting for confirmation">
      Whoever runs this site confirms each new organization. Once that is done you can invite people and
      start. Until then you can complete the profile and read the questionnaires.
    </Alert>
  )
}

const kindSentences = {
  agency: '',
  partner: 'This is the home of a partner organization: one that gives or arranges behavioral health care.',
  program: 'This is the home of a program: one that helps agencies, such as a state office.',
}

function NotYet({ kind }: { kind: HomeData['organization']['kind'] }) {
  return (
    <section className="page-section" aria-labelledby="now">
      <p className="usa-intro">{kindSentences[kind]}</p>
      <h2 id="now">What you can do now</h2>
      <p>
        Read the questionnaires that agencies answer, and invite the people of your organization. Nothing
        waits for you here.
      </p>
      <p>
        <Link className="usa-button" to="/questionnaires">
          Read the questionnaires
        </Link>
      </p>
    </section>
  )
}

function HomeLinks({ data: { organization, may, agency } }: { data: HomeData }) {
  const path = `/organizations/${organization.id}`
  const mayPartner = organization.kind !== 'program' && organization.status === 'confirmed'
  const links = [
    { to: `${path}/progress`, label: 'Progress', shown: agency !== null },
    { to: `${path}/partnerships`, label: 'Partnerships', shown: mayPartner },
    { to: `${path}/members`, label: 'Members', shown: organization.status === 'confirmed' },
    { to: `${path}/profile`, label: 'Profile', shown: may.edit },
    { to: `${path}/log`, label: 'Log', shown: may.readLog },
  ]
  return (
    <nav aria-label="This organization">
      <ul className="page-links home-links">
        {links
          .filter(({ shown }) => shown)
          .map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
