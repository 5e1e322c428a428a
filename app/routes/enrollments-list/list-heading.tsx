import type { ReactNode } from 'react'
import { PageHeading } from '#app/components/page-heading.tsx'

export interface ListOrganization {
  id: string
  name: string
}

interface Props {
  organization: ListOrganization
  title: string
  children?: ReactNode
}

/** The head of each page of inviting a list. */
export function ListHeading({ organization, title, children }: Props) {
  const home = `/organizations/${organization.id}`
  return (
    <PageHeading
      title={title}
      above={[
        { label: organization.name, to: home },
        { label: 'Enrollments', to: `${home}/enrollments` },
      ]}
    >
      {children}
    </PageHeading>
  )
}
