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

export const partnershipStatuses = ['proposed', 'active', 'declined', 'withdrawn', 'ended'] as const
export type PartnershipStatus = (typeof partnershipStatuses)[number]

export const enrollmentStatuses = ['invited', 'active', 'declined', 'withdrawn', 'ended'] as const
export type EnrollmentStatus = (typeof enrollmentStatuses)[number]

/** Where an agency stands with a questionnaire, in the order in which it gets there. */
export const standings = [
  'not-started',
  'answering',
  'submitted',
  'reconciling',
  'final',
  'due',
  'late',
] as const
export type Standing = (typeof standings)[number]

/** By what a portfolio's list can be ordered. */
export const portfolioOrders = ['name', 'state', 'standing', 'as-of', 'score'] as const
export type PortfolioOrder = (typeof portfolioOrders)[number]

export const exportFormats = ['csv', 'xlsx', 'json', 'ndjson', 'fhir'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportStatuses = ['waiting', 'running', 'ready', 'failed', 'cancelled'] as const
export type ExportStatus = (typeof exportStatuses)[number]

/** What is asked for: one assessment, all of an agency, or a program's agencies that a filter leaves. */
export interface ExportScope {
  format: ExportFormat
  /** Without names, notes and small groups, for outsiders. */
  anonymous: boolean
  of:
    | { kind: 'assessment'; assessmentId: string }
    | { kind: 'agency'; agencyId: string }
    /** The portfolio's filter as its URL has it. */
    | { kind: 'portfolio'; programId: string; query: string }
}

/** The files that came of it, with what tells whether one arrived whole. */
export interface ExportManifest {
  files: { name: string; rows: number; bytes: number; sha256: string }[]
}

export { aloneReasons, type AloneReason } from '../assessments/alone-reason.ts'

/** Why a side's responses can't be changed. */
export const lockReasons = [
  'final',
  'alone',
  'reconciling',
  'partnership-ended',
  'submitted',
  'no-side',
] as const
export type LockReason = (typeof lockReasons)[number]

/** What the append-only log can say. */
export const activityActions = [
  'organization.created',
  'organization.edited',
  'organization.confirmed',
  'organization.declined',
  'invitation.sent',
  'invitation.withdrawn',
  'invitation.accepted',
  'member.role-changed',
  'member.removed',
  'member.left',
  'person.deleted',
  'partnership.proposed',
  'partnership.withdrawn',
  'partnership.accepted',
  'partnership.declined',
  'partnership.ended',
  'assessment.started',
  'assessment.partner-chosen',
  'assessment.contributors-set',
  'assessment.assigned',
  'assessment.submitted',
  'assessment.recalled',
  'assessment.reconciling',
  'assessment.answers-copied',
  'assessment.answers-carried',
  'assessment.answers-confirmed',
  'assessment.version-moved',
  'assessment.version-move-undone',
  'assessment.settled',
  'assessment.signed',
  'assessment.went-alone',
  'assessment.finalized',
  'assessment.reopened',
  'assessment.expired',
  'text.redacted',
  'records.exported',
  'enrollment.invited',
  'enrollment.withdrawn',
  'enrollment.accepted',
  'enrollment.declined',
  'enrollment.ended',
  'enrollment.sharing-changed',
  'enrollment.reminded',
  'consent.given',
  'consent.withdrawn',
  'report.made',
  'export.requested',
  'export.downloaded',
  'responses.imported',
  'token.made',
  'token.revoked',
] as const
export type ActivityAction = (typeof activityActions)[number]

/** Where a response can hold typed text. */
export const redactedFields = ['value', 'notApplicable', 'note', 'evidence'] as const
export type RedactedField = (typeof redactedFields)[number]

/** Where a step of reconciling can hold typed text. */
export const redactedStepFields = [
  'comment',
  'proposal-note',
  'proposal-reason',
  'acceptance-note',
  'reopening-reason',
] as const
export type RedactedStepField = (typeof redactedStepFields)[number]

/** A frozen copy whose text a redaction changed: its number, and the SHA-256 of its text before and after. */
export interface RedactedCopy {
  number: number
  before: string
  after: string
}
