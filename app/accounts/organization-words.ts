import type { OrganizationKind, Role } from '#assessments/access.ts'
import type { AgencyType, SizeBand } from '#db/words.ts'

/** What each kind of organization is called and is here for. */
export const kindWords: Record<OrganizationKind, { label: string; description: string }> = {
  agency: {
    label: 'Law-enforcement agency',
    description:
      'A police department, sheriff’s office or other agency that answers the self-assessment about itself.',
  },
  partner: {
    label: 'Behavioral-health partner',
    description: 'A provider, county authority or crisis line that works with one or more agencies.',
  },
  program: {
    label: 'Program',
    description: 'A state office or a provider of technical assistance that supports many agencies.',
  },
}

/** What each role is called and may do. */
export const roleWords: Record<Role, { label: string; description: string }> = {
  coordinator: {
    label: 'Coordinator',
    description: 'Does everything: starts and submits assessments, invites people, changes the profile.',
  },
  contributor: { label: 'Contributor', description: 'Answers items and adds notes.' },
  viewer: { label: 'Viewer', description: 'Reads, and changes nothing.' },
}

export const agencyTypeWords: Record<AgencyType, string> = {
  police: 'Police department',
  sheriff: 'Sheriff’s office',
  state: 'State police or highway patrol',
  tribal: 'Tribal police',
  campus: 'Campus or school police',
  constable: 'Constable’s office',
  other: 'Another kind of agency',
}

export const sizeBandWords: Record<SizeBand, string> = {
  '1-9': '1 to 9',
  '10-24': '10 to 24',
  '25-49': '25 to 49',
  '50-99': '50 to 99',
  '100-249': '100 to 249',
  '250-499': '250 to 499',
  '500-999': '500 to 999',
  '1000+': '1,000 or more',
}
