import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
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

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' })
const flag = (name: string) => integer(name, { mode: 'boolean' })

/* People and how they sign in; better-auth reads and writes these six. */

export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: flag('email_verified').notNull().default(false),
  image: text('image'),
  twoFactorEnabled: flag('two_factor_enabled').default(false),
  administrator: flag('administrator').notNull().default(false),
  /** Set once the account was deleted; the row stays as "former member" because answers refer to it. */
  deletedAt: moment('deleted_at'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

export const sessions = sqliteTable(
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

export const accounts = sqliteTable(
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

export const verifications = sqliteTable(
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

export const twoFactors = sqliteTable(
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

export const rateLimits = sqliteTable('rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  /** Milliseconds since 1970, as better-auth counts. */
  lastRequest: integer('last_request').notNull(),
})

/* Organizations and who belongs to them. */

export const organizations = sqliteTable('organizations', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<OrganizationKind>().notNull(),
  name: text('name').notNull(),
  /** Two letters, as the postal service writes it. */
  state: text('state').notNull(),
  county: text('county').notNull(),
  timeZone: text('time_zone').notNull(),
  agencyType: text('agency_type').$type<AgencyType>(),
  ori: text('ori'),
  sizeBand: text('size_band').$type<SizeBand>(),
  /** After how many months a reassessment is due: 6 or 12. */
  reassessMonths: integer('reassess_months').notNull().default(12),
  /** After how many years assessments expire; null keeps them. */
  retentionYears: integer('retention_years'),
  /** When that was said: nothing expires before thirty days after. */
  retentionSetAt: moment('retention_set_at'),
  /** Whether a program lets its agencies see where agencies of their size stand. */
  allowsStanding: flag('allows_standing').notNull().default(false),
  /** Of a program: moved by whatever changes its figures, so that figures once computed can be kept. */
  portfolioRevision: integer('portfolio_revision').notNull().default(0),
  status: text('status').$type<OrganizationStatus>().notNull(),
  createdAt: moment('created_at').notNull(),
  createdBy: text('created_by')
    .notNull()
    .references(() => people.id),
  decidedAt: moment('decided_at'),
  decidedBy: text('decided_by').references(() => people.id),
})

export const members = sqliteTable(
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

export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    email: text('email').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** SHA-256 of the link's secret: a copy of the database opens no door. */
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

/** An agency and a partner that rate assessments together, from its proposal to its end. */
export const partnerships = sqliteTable(
  'partnerships',
  {
    id: text('id').primaryKey(),
    /** Null while the one who was asked by mail has not accepted. */
    agencyId: text('agency_id').references(() => organizations.id),
    partnerId: text('partner_id').references(() => organizations.id),
    proposedAs: text('proposed_as').$type<Side>().notNull(),
    /** Where the other was asked by mail. */
    email: text('email'),
    /** SHA-256 of the mailed link's secret. */
    tokenHash: text('token_hash').unique(),
    status: text('status').$type<PartnershipStatus>().notNull(),
    proposedAt: moment('proposed_at').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => people.id),
    /** After this a mailed proposal can no longer be accepted. */
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

/** An agency and a program that follows it: from the invitation to its end, and what the agency shares. */
export const enrollments = sqliteTable(
  'enrollments',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    /** Null while the one who was invited by mail has not accepted. */
    agencyId: text('agency_id').references(() => organizations.id),
    /** Where an agency that isn't there yet was invited. */
    email: text('email'),
    /** What the program called whom it invited; once enrolled the agency's own name, so that lists go by it. */
    agencyName: text('agency_name'),
    /** SHA-256 of the mailed link's secret. */
    tokenHash: text('token_hash').unique(),
    status: text('status').$type<EnrollmentStatus>().notNull(),
    shares: text('shares').$type<SharingStep>().notNull().default('profile'),
    sharesNotes: flag('shares_notes').notNull().default(false),
    invitedAt: moment('invited_at').notNull(),
    invitedBy: text('invited_by')
      .notNull()
      .references(() => people.id),
    /** After this a mailed invitation can no longer be accepted. */
    expiresAt: moment('expires_at'),
    decidedAt: moment('decided_at'),
    decidedBy: text('decided_by').references(() => people.id),
    endedAt: moment('ended_at'),
    endedBy: text('ended_by').references(() => people.id),
    /** When the program last reminded the agency: never twice within a week. */
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

/** A partner lets a program see its own answers in what it rates with one agency. */
export const partnerConsents = sqliteTable(
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

/** What a program calls some of its agencies, so that it finds them together. */
export const tags = sqliteTable(
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

/** A filter of the portfolio that a program keeps under a name. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: text('id').primaryKey(),
    programId: text('program_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** The URL's query, without its question mark. */
    query: text('query').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [uniqueIndex('saved_views_name').on(table.programId, table.name)],
)

/** What opens the read-only API for one organization. */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** SHA-256 of the token, which is shown once: a copy of the database opens no door. */
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

/** A file that is made in the background, from when it was asked for until it is deleted. */
export const exportJobs = sqliteTable(
  'export_jobs',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    scope: text('scope', { mode: 'json' }).$type<ExportScope>().notNull(),
    status: text('status').$type<ExportStatus>().notNull(),
    /** Assessments written so far, of so many. */
    done: integer('done').notNull().default(0),
    total: integer('total'),
    manifest: text('manifest', { mode: 'json' }).$type<ExportManifest>(),
    /** Why it failed, in a sentence. */
    fault: text('fault'),
    requestedAt: moment('requested_at').notNull(),
    requestedBy: text('requested_by')
      .notNull()
      .references(() => people.id),
    /** Moved while it is being made: a job whose process died is taken up again. */
    aliveAt: moment('alive_at'),
    finishedAt: moment('finished_at'),
    /** When its files are deleted. */
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('export_jobs_organization').on(table.organizationId, table.requestedAt),
    index('export_jobs_status').on(table.status),
  ],
)

/* Questionnaires and assessments. */

/** The canonical JSON of every version that was ever used, whatever becomes of its file. */
export const questionnaireVersions = sqliteTable(
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

export const assessments = sqliteTable(
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
    /** Moved by every step of the stage. */
    revision: integer('revision').notNull().default(0),
    startedAt: moment('started_at').notNull(),
    startedBy: text('started_by')
      .notNull()
      .references(() => people.id),
    finalizedAt: moment('finalized_at'),
    /** With whom it is rated; null where the agency rates it alone from the start. */
    partnershipId: text('partnership_id').references(() => partnerships.id),
    /** Set once it goes on without its partner. */
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

export const sides = sqliteTable(
  'sides',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    /** Moved by every write under this side. */
    revision: integer('revision').notNull().default(0),
    /** How often the assessment was moved to another version and back: a save that began before is refused. */
    moves: integer('moves').notNull().default(0),
    submittedAt: moment('submitted_at'),
    submittedBy: text('submitted_by').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side] })],
)

/** Each time that an assessment was moved to a newer version of its questionnaire, and whether that was undone. */
export const versionMoves = sqliteTable(
  'version_moves',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    /** 1 is the first. */
    number: integer('number').notNull(),
    fromVersion: text('from_version').notNull(),
    toVersion: text('to_version').notNull(),
    movedAt: moment('moved_at').notNull(),
    movedBy: text('moved_by')
      .notNull()
      .references(() => people.id),
    /** What the sides' revisions were right after; null where there was no partner's side. */
    agencyRevision: integer('agency_revision').notNull(),
    partnerRevision: integer('partner_revision'),
    undoneAt: moment('undone_at'),
    undoneBy: text('undone_by').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number] })],
)

/** Who was asked to contribute to an assessment. */
export const contributors = sqliteTable(
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

/** A domain or a single item that is somebody's to answer; one person each. */
export const assignments = sqliteTable(
  'assignments',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull().default('agency'),
    /** A domain's or an item's id; an item's has a dot in it. */
    target: text('target').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    assignedAt: moment('assigned_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.target] })],
)

export const responses = sqliteTable(
  'responses',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    itemId: text('item_id').notNull(),
    value: text('value', { mode: 'json' }).$type<AnswerValue>(),
    notApplicable: text('not_applicable'),
    dontKnow: flag('dont_know').notNull().default(false),
    note: text('note'),
    evidence: text('evidence', { mode: 'json' }).$type<readonly string[]>(),
    /** Where it was copied from, until somebody confirms it. */
    carried: text('carried', { mode: 'json' }).$type<Carried>(),
    /** 1 for the first save, moved by each one after. */
    revision: integer('revision').notNull(),
    /** What the side's revision became by this save: whoever has seen that one has seen this response. */
    sideRevision: integer('side_revision').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.itemId] })],
)

/** Every response that was ever saved: who, when, from, to. Rows are added and never changed. */
export const responseHistory = sqliteTable(
  'response_history',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    side: text('side').$type<Side>().notNull(),
    itemId: text('item_id').notNull(),
    revision: integer('revision').notNull(),
    before: text('before', { mode: 'json' }).$type<Response>(),
    after: text('after', { mode: 'json' }).$type<Response>().notNull(),
    /** Made by the browser, so that a repeated save is acknowledged and not applied twice. */
    saveId: text('save_id').notNull().unique(),
    savedAt: moment('saved_at').notNull(),
    savedBy: text('saved_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.side, table.itemId, table.revision] })],
)

/** The agreed responses of an assessment that both sides have submitted: moved by every step. */
export const reconciliations = sqliteTable('reconciliations', {
  assessmentId: text('assessment_id')
    .primaryKey()
    .references(() => assessments.id),
  revision: integer('revision').notNull().default(0),
  openedAt: moment('opened_at').notNull(),
})

/**
 * What both sides did to agree, in order; what is agreed follows from it. Rows are added and never changed,
 * but that typed text may be redacted.
 */
export const reconciliationSteps = sqliteTable(
  'reconciliation_steps',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    /** What the reconciliation's revision became by it; 1 is the first. */
    revision: integer('revision').notNull(),
    /** Made by the browser, so that a repeated step is acknowledged and not taken twice. */
    stepId: text('step_id').notNull().unique(),
    kind: text('kind').$type<StepKind>().notNull(),
    side: text('side').$type<Side>().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
    itemId: text('item_id'),
    /** What is proposed. */
    proposal: text('proposal', { mode: 'json' }).$type<ProposedResponse>(),
    /** A proposal's note, a comment, the reason for reopening. */
    text: text('text'),
    /** The revision of the proposal that is accepted or withdrawn. */
    refersTo: integer('refers_to'),
    /** SHA-256 of the scorecard that is signed. */
    sha256: text('sha256'),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.revision] })],
)

/** Where a person left an assessment. */
export const places = sqliteTable(
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

export const frozenCopies = sqliteTable(
  'frozen_copies',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    /** RFC 8785 canonical JSON; exactly this text was hashed. */
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

/** The scores of a frozen copy, one row for each domain and one for all (`overall`). */
export const scores = sqliteTable(
  'scores',
  {
    assessmentId: text('assessment_id')
      .notNull()
      .references(() => assessments.id),
    number: integer('number').notNull(),
    scope: text('scope').notNull(),
    score: real('score'),
    /** The whole number that pages show; rounded from the unrounded score, not from `score`. */
    displayed: integer('displayed'),
    answered: integer('answered').notNull(),
    applicable: integer('applicable').notNull(),
    completeness: real('completeness'),
    band: text('band'),
    cappedBy: text('capped_by', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number, table.scope] })],
)

/** Like-for-like changes of a frozen copy since the round before and since the first. */
export const changes = sqliteTable(
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
    change: real('change'),
    displayed: integer('displayed'),
    comparable: integer('comparable').notNull(),
    sharedWeight: real('shared_weight').notNull(),
  },
  (table) => [primaryKey({ columns: [table.assessmentId, table.number, table.since, table.scope] })],
)

/**
 * What a frozen copy came to, in one short row, so that a page over thousands of agencies reads nothing else. It
 * follows from the copy: it can be made again.
 */
export const results = sqliteTable(
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
    /** The whole number that pages show, and its band. */
    displayed: integer('displayed'),
    band: text('band'),
    answered: integer('answered').notNull(),
    applicable: integer('applicable').notNull(),
    /** The same for each domain, in the questionnaire's order. */
    domainScores: text('domain_scores', { mode: 'json' }).$type<(number | null)[]>().notNull(),
    domainBands: text('domain_bands', { mode: 'json' }).$type<(string | null)[]>().notNull(),
    /** What counted of each level item, in the questionnaire's order: a character each. */
    levels: text('levels').notNull(),
    /** The agency's own, where what counted is what both sides agreed on; else null. */
    agencyLevels: text('agency_levels'),
    /** Whether it is what counts of its agency now: the latest copy of the latest round. */
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

/** Each time that typed text was taken out, from the response, its history and its frozen copies. */
export const redactions = sqliteTable(
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
    /** The frozen copies whose text changed by it, with the SHA-256 of the text before and after. */
    copies: text('copies', { mode: 'json' }).$type<RedactedCopy[]>().notNull(),
    redactedAt: moment('redacted_at').notNull(),
    redactedBy: text('redacted_by')
      .notNull()
      .references(() => people.id),
  },
  (table) => [index('redactions_assessment').on(table.assessmentId)],
)

/* What was done, and what is to be sent. */

/** The append-only log: ids, never typed text. */
export const activities = sqliteTable(
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
    /** The id of what it was done to, where that is not the assessment. */
    subject: text('subject'),
    at: moment('at').notNull(),
  },
  (table) => [index('activities_organization').on(table.organizationId, table.at)],
)

export const outgoingMail = sqliteTable(
  'outgoing_mail',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    createdAt: moment('created_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Null once it was sent or given up. */
    nextAttemptAt: moment('next_attempt_at'),
    sentAt: moment('sent_at'),
    lastError: text('last_error'),
  },
  (table) => [
    index('outgoing_mail_next').on(table.nextAttemptAt),
    index('outgoing_mail_recipient').on(table.recipient, table.createdAt),
  ],
)
