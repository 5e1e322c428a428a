import type { OrganizationKind } from '#assessments/access.ts'

/** In the order in which a page offers them. */
export const organizationKinds = ['agency', 'partner', 'program'] as const satisfies OrganizationKind[]
