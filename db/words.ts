/** The words that columns hold, each list in the order in which a page offers it. */

export const stages = ['answering', 'reconciling', 'final'] as const
export type Stage = (typeof stages)[number]

export const agencyTypes = ['police', 'sheriff', 'state', 'tribal', 'campus', 'constable', 'other'] as const
export type AgencyType = (typeof agencyTypes)[number]

/** By full-time sworn officers. */
export const sizeBands = ['1-9', '10-24', '25-49', '50-99', '100-249', '250-499', '500-999', '1000+'] as const
export type SizeBand = (typeof sizeBands)[number]

export const organizationStatuses = ['waiting', 'confirmed', 'declined'] as const
export type OrganizationStatus = (typeof organizationStatuses)[number]
