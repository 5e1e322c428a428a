import { Link } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { PageHeading } from '#app/components/page-heading.tsx'
import { AgencyHome } from './agency-home.tsx'
import { PartnerHome } from './partner-home.tsx'
import { ProgramHome } from './program-home.tsx'
import type { HomeData } from './load-home.server.ts'

/** An organization's home: where things stand and what comes next. */
export function Home({ data }: { data: HomeData }) {
  const { organization, agency, partner, program, may } = data
  return (
    <>
      <PageHeading title={organization.name}>
        <HomeLinks data={data} />
      </PageHeading>
      <Confirmation status={organization.status} />
      {agency && <AgencyHome organizationId={organization.id} data={agency} mayStart={may.start} />}
      {partner && <PartnerHome organizationId={organization.id} data={partner} mayPropose={may.partner} />}
      {program && <ProgramHome organizationId={organization.id} data={program} />}
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

function HomeLinks({ data: { organization, may, agency, partner, program } }: { data: HomeData }) {
  const path = `/organizations/${organization.id}`
  const mayPartner = agency !== null || partner !== null
  const links = [
    { to: `${path}/progress`, label: 'Progress', shown: agency !== null },
    { to: `${path}/partnerships`, label: 'Partnerships', shown: mayPartner },
    { to: `${path}/sharing`, label: 'Sharing', shown: mayPartner },
    { to: `${path}/portfolio`, label: 'Agencies', shown: program !== null },
    { to: `${path}/enrollments`, label: 'Enrollments', shown: program !== null },
    { to: `${path}/exports`, label: 'Exports', shown: agency !== null || program !== null },
    { to: `${path}/members`, label: 'Members', shown: organization.status === 'confirmed' },
    { to: `${path}/profile`, label: 'Profile', shown: may.edit },
    { to: `${path}/log`, label: 'Log', shown: may.readLog },
    { to: `${path}/tokens`, label: 'API tokens', shown: may.manageTokens },
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
