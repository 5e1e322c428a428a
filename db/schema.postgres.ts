import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { AnswerValue, Carried, Response } from '../assessments/response.ts'
import type { OrganizationKind, Role, Side } from '../assessments/access.ts'
import type { SharingStep } from '../assessments/sharing.ts'
import type { ProposedResponse, StepKind } from '../assessments/reconciliation.ts'
import type {
  ActivityAction,
  AgencyType,
  AloneReason,
  EnrollmentStatus,
  ExportManifest,
  ExportScope,
  ExportStatus,
  OrganizationStatus,
  PartnershipStatus,
  RedactedCopy,
  RedactedField,
  RedactedStepField,
  SizeBand,
  Stage,
} from './words.ts'

/* The twin of schema.sqlite.ts, which says what each table and column is for; a test holds the two equal. */

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
const flag = (name: string) => boolean(name)

/**
 * Drizzle's own `jsonb` parses strings that the driver has already parsed: the answer "2024", a text, would
 * come back as a number.
 */
const json = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
})

/* People and how they sign in; better-auth reads and writes these six. */

export const people = pgTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: flag('email_verified').notNull().default(false),
  image: text('image'),
  twoFactorEnabled: flag('two_factor_enabled').default(false),
  administrator: flag('administrator').notNull().default(false),
  deletedAt: moment('deleted_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('accounts_user').on(table.userId)],
)

export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
)

export const twoFactors = pgTable(
  'two_factors',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => people.id),
    verified: flag('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: moment('locked_until'),
  },
  (table) => [index('two_factors_user').on(table.userId), index('two_factors_secret').on(table.secret)],
)

export const rateLimits = pgTable('rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
})

/* Organizations and who belongs to them. */

export const organizations = pgTable('organizations', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<OrganizationKind>().notNull(),
  name: text('name').notNull(),
  state: text('state').notNull(),
  county: text('county').notNull(),
  timeZone: text('time_zone').notNull(),
  agencyType: text('agency_type').$type<AgencyType>(),
  ori: text('ori'),
  sizeBand: text('size_band').$type<SizeBand>(),
  reassessMonths: integer('reassess_months').notNull().default(12),
  /** After how many years assessments expire; null keeps them. */
  retentionYears: integer('retention_years'),
  /** When that was said: nothing expires before thirty days after. */
  retentionSetAt: moment('retention_set_at'),
  allowsStanding: flag('allows_standing').notNull().default(false),
  portfolioRevision: integer('portfolio_revision').notNull().default(0),
  status: text('status').$type<OrganizationStatus>().notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => people.id),
  decidedAt: moment('decided_at'),
  decidedBy: text('decided_by').references(() => people.id),
})

export const members = pgTable(
  'members',
  {
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').$type<Role>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.personId] }),
    index('members_person').on(table.personId),
  ],
)

export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedBy: text('accepted_by').references(() => people.id),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [index('invitations_organization').on(table.organizationId, table.createdAt)],
)

export const partnerships = pgTable(
  'partnerships',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id').references(() => organizations.id),
    partnerId: text('partner_id').references(() => organizations.id),
    proposedAs: text('proposed_as').$type<Side>().notNull(),
    email: text('email'),
    tokenHash: text('token_hash').unique(),
    status: text('status').$type<PartnershipStatus>().notNull(),
    proposedAt: moment('proposed_at').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at'),
    decidedAt: moment('decided_at'),
    decidedBy: text('decided_by').references(() => people.id),
    endedAt: moment('ended_at'),
    endedBy: text('ended_by').references(() => people.id),
  },
  (table) => [
    index('partnerships_agency').on(table.agencyId),
    index('partnerships_partner').on(table.partnerId),
    uniqueIndex('partnerships_one_each')
      .on(table.agencyId, table.partnerId)
      .where(sql`status in ('proposed', 'active')`),
  ],
)

/* Questionnaires and assessments. */

export const enrollments = pgTable(
  'enrollments',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    agencyId: text('agency_id').references(() => organizations.id),
    email: text('email'),
    agencyName: text('agency_name'),
    tokenHash: text('token_hash').unique(),
    status: text('status').$type<EnrollmentStatus>().notNull(),
    shares: text('shares').$type<SharingStep>().notNull().default('profile'),
    sharesNotes: flag('shares_notes').notNull().default(false),
    invitedAt: moment('invited_at').notNull(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at'),
    decidedAt: moment('decided_at'),
    decidedBy: text('decided_by').references(() => people.id),
    endedAt: moment('ended_at'),
    endedBy: text('ended_by').references(() => people.id),
    remindedAt: moment('reminded_at'),
  },
  (table) => [
    index('enrollments_agency').on(table.agencyId),
    index('enrollments_program').on(table.programId, table.status),
    index('enrollments_name')
      .on(table.programId, table.agencyName, table.agencyId)
      .where(sql`status = 'active'`),
    uniqueIndex('enrollments_one_each')
      .on(table.programId, table.agencyId)
      .where(sql`status in ('invited', 'active')`),
  ],
)

export const partnerConsents = pgTable(
  'partner_consents',
  {
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnerships.id),
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    givenAt: moment('given_at').notNull(),
    givenBy: text('given_by')
      .notNull()
      .references(() => people.id),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    primaryKey({ columns: [table.partnershipId, table.programId] }),
    index('partner_consents_program').on(table.programId),
  ],
)

export const tags = pgTable(
  'tags',
  {
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    agencyId: text('agency_id')
      .notNull()
      .references(() => organizations.id),
    tag: text('tag').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.agencyId, table.tag] }),
    index('tags_tag').on(table.programId, table.tag),
  ],
)

export const savedViews = pgTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    query: text('query').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [uniqueIndex('saved_views_name').on(table.programId, table.name)],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    revokedBy: text('revoked_by').references(() => people.id),
  },
  (table) => [index('api_tokens_organization').on(table.organizationId)],
)

export const exportJobs = pgTable(
  'export_jobs',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    scope: json('scope').$type<ExportScope>().notNull(),
    status: text('status').$type<ExportStatus>().notNull(),
    done: integer('done').notNull().default(0),
    total: integer('total'),
    manifest: json('manifest').$type<ExportManifest>(),
    fault: text('fault'),
    requestedAt: moment('requested_at').notNull(),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => people.id),
    aliveAt: moment('alive_at'),
    finishedAt: moment('finished_at'),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('export_jobs_organization').on(table.organizationId, table.requestedAt),
    index('export_jobs_status').on(table.status),
  ],
)

export const questionnaireVersions = pgTable(
  'questionnaire_versions',
  {
    slug: text('slug').notNull(),
    version: text('version').notNull(),
    json: text('json').notNull(),
    sha256: text('sha256').notNull(),
    firstUsedAt: moment('first_used_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.slug, table.version] })],
)

export const assessments = pgTable(
  'assessments',
  {
    id: text('id').primaryKey(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => organizations.id),
    slug: text('slug').notNull(),
    version: text('version').notNull(),
    asOf: text('as_of').notNull(),
    stage: text('stage').$type<Stage>().notNull(),
    revision: integer('revision').notNull().default(0),
    startedAt: moment('started_at').notNull(),
    startedBy: text('started_by')
      .notNull()
      .references(() => people.id),
    finalizedAt: moment('finalized_at'),
    partnershipId: text('partnership_id').references(() => partnerships.id),
    aloneSince: moment('alone_since'),
    aloneReason: text('alone_reason').$type<AloneReason>(),
  },
  (table) => [
    index('assessments_partnership').on(table.partnershipId),
    index('assessments_agency').on(table.agencyId, table.slug, table.asOf),
    uniqueIndex('assessments_one_open')
      .on(table.agencyId, table.slug)
      .where(sql`stage <> 'final'`),
  ],
)

export const sides = pgTable(
  'sides',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    revision: integer('revision').notNull().default(0),
    moves: integer('moves').notNull().default(0),
    submittedAt: moment('submitted_at'),
    submittedBy: text('submitted_by').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side] })],
)

export const versionMoves = pgTable(
  'version_moves',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    fromVersion: text('from_version').notNull(),
    toVersion: text('to_version').notNull(),
    movedAt: moment('moved_at').notNull(),
    movedBy: text('moved_by')
      .notNull()
      .references(() => people.id),
    agencyRevision: integer('agency_revision').notNull(),
    partnerRevision: integer('partner_revision'),
    undoneAt: moment('undone_at'),
    undoneBy: text('undone_by').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number] })],
)

export const contributors = pgTable(
  'contributors',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull().default('agency'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.personId] })],
)

export const assignments = pgTable(
  'assignments',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull().default('agency'),
    target: text('target').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    assignedAt: moment('assigned_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.target] })],
)

export const responses = pgTable(
  'responses',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    itemId: text('item_id').notNull(),
    value: json('value').$type<AnswerValue>(),
    notApplicable: text('not_applicable'),
    dontKnow: flag('dont_know').notNull().default(false),
    note: text('note'),
    evidence: json('evidence').$type<readonly string[]>(),
    carried: json('carried').$type<Carried>(),
    revision: integer('revision').notNull(),
    sideRevision: integer('side_revision').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.itemId] })],
)

export const responseHistory = pgTable(
  'response_history',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    itemId: text('item_id').notNull(),
    revision: integer('revision').notNull(),
    before: json('before').$type<Response>(),
    after: json('after').$type<Response>().notNull(),
    saveId: text('save_id').notNull().unique(),
    savedAt: moment('saved_at').notNull(),
    savedBy: text('saved_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.itemId, table.revision] })],
)

export const reconciliations = pgTable('reconciliations', {
  assessmentId: text('assessment_id')
    .primaryKey()
    .references(() => assessments.id),
  revision: integer('revision').notNull().default(0),
  openedAt: moment('opened_at').notNull(),
})

export const reconciliationSteps = pgTable(
  'reconciliation_steps',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    revision: integer('revision').notNull(),
    stepId: text('step_id').notNull().unique(),
    kind: text('kind').$type<StepKind>().notNull(),
    side: text('side').$type<Side>().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
    itemId: text('item_id'),
    proposal: json('proposal').$type<ProposedResponse>(),
    text: text('text'),
    refersTo: integer('refers_to'),
    sha256: text('sha256'),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.revision] })],
)

export const places = pgTable(
  'places',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    domainId: text('domain_id').notNull(),
    itemId: text('item_id'),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.assessmentId] })],
)

/* What was made final. */

export const frozenCopies = pgTable(
  'frozen_copies',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    document: text('document').notNull(),
    sha256: text('sha256').notNull(),
    scorecard: text('scorecard').notNull(),
    scorecardSha256: text('scorecard_sha256').notNull(),
    engineVersion: text('engine_version').notNull(),
    finalizedAt: moment('finalized_at').notNull(),
    finalizedBy: text('finalized_by')
      .notNull()
      .references(() => people.id),
    reopenedAt: moment('reopened_at'),
    reopenedBy: text('reopened_by').references(() => people.id),
    reopenReason: text('reopen_reason'),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number] })],
)

export const scores = pgTable(
  'scores',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    scope: text('scope').notNull(),
    score: doublePrecision('score'),
    displayed: integer('displayed'),
    answered: integer('answered').notNull(),
    applicable: integer('applicable').notNull(),
    completeness: doublePrecision('completeness'),
    band: text('band'),
    cappedBy: json('capped_by').$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number, table.scope] })],
)

export const changes = pgTable(
  'changes',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    since: text('since').$type<'last' | 'first'>().notNull(),
    sinceAssessmentId: text('since_assessment_id')
      .notNull()
      .references(() => assessments.id),
    sinceNumber: integer('since_number').notNull(),
    scope: text('scope').notNull(),
    change: doublePrecision('change'),
    displayed: integer('displayed'),
    comparable: integer('comparable').notNull(),
    sharedWeight: doublePrecision('shared_weight').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number, table.since, table.scope] })],
)

export const results = pgTable(
  'results',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    agencyId: text('agency_id')
      .notNull()
      .references(() => organizations.id),
    slug: text('slug').notNull(),
    version: text('version').notNull(),
    asOf: text('as_of').notNull(),
    finalizedAt: moment('finalized_at').notNull(),
    coReviewed: flag('co_reviewed').notNull(),
    displayed: integer('displayed'),
    band: text('band'),
    answered: integer('answered').notNull(),
    applicable: integer('applicable').notNull(),
    domainScores: json('domain_scores').$type<(number | null)[]>().notNull(),
    domainBands: json('domain_bands').$type<(string | null)[]>().notNull(),
    levels: text('levels').notNull(),
    agencyLevels: text('agency_levels'),
    latest: flag('latest').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.assessmentId, table.number] }),
    index('results_agency').on(table.agencyId, table.slug, table.asOf, table.finalizedAt),
    uniqueIndex('results_latest')
      .on(table.agencyId, table.slug)
      .where(sql`latest`),
  ],
)

export const redactions = pgTable(
  'redactions',
  {
    id: text('id').primaryKey(),
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    /** Empty where it was the reason for reopening. */
    itemId: text('item_id').notNull(),
    field: text('field').$type<RedactedField | RedactedStepField>().notNull(),
    reason: text('reason').notNull(),
    copies: json('copies').$type<RedactedCopy[]>().notNull(),
    redactedAt: moment('redacted_at').notNull(),
    redactedBy: text('redacted_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [index('redactions_assessment').on(table.assessmentId)],
)

/* What was done, and what is to be sent. */

export const activities = pgTable(
  'activities',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    personId: text('person_id').references(() => people.id),
    action: text('action').$type<ActivityAction>().notNull(),
    /** No key: the assessment may have expired. */
    assessmentId: text('assessment_id'),
    subject: text('subject'),
    at: moment('at').notNull(),
  },
  (table) => [index('activities_organization').on(table.organizationId, table.at)],
)

export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    createdAt: moment('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: moment('next_attempt_at'),
    sentAt: moment('sent_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('outgoing_mail_next').on(table.nextAttemptAt),
    index('outgoing_mail_recipient').on(table.recipient, table.createdAt),
  ],
)
