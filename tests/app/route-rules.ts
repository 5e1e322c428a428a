import type { Action, Side } from '#assessments/access.ts'

/**
 * What each route asks before it answers: to be read, and for each intent that may be sent to it. Null where
 * it refuses everyone, though what it asks is public.
 */
export interface Rule {
  read: Action | null
  /** Where only people of one side of an assessment have any business. */
  side?: Side
  /** Whose organization the address names, where not the agency's. */
  of?: 'program'
  send?: Record<string, Action | null>
  /** Where a token of the API opens it and nothing else: whoever is signed in is told to bring one. */
  token?: true
}

const account = { read: 'account.manage' } as const
const open = { read: 'public.read' } as const
const byToken = { read: null, token: true } as const
const openForm = { read: 'public.read', send: { '': 'public.read' } } as const

/** By path, as routes.ts has it. */
export const rules: Record<string, Rule> = {
  '': open,
  privacy: open,
  'sign-up': openForm,
  'sign-in': { ...open, send: { 'sign-in': 'public.read', 'confirm-again': 'public.read' } },
  'sign-in/second-factor': openForm,
  'sign-out': openForm,
  // Without mail configured, as here, no link can be sent and nothing is taken.
  'forgot-password': { ...open, send: { '': null } },
  'reset-password/:token': openForm,
  'confirm-email/:token': openForm,
  account: {
    ...account,
    send: { name: 'account.manage', mail: 'account.manage', password: 'account.manage' },
  },
  'account/second-factor': {
    ...account,
    send: { begin: 'account.manage', 'switch-off': 'account.manage', 'new-recovery-codes': 'account.manage' },
  },
  'account/delete': { ...account, send: { '': 'account.manage' } },
  'invitations/:secret': { ...open, send: { '': 'account.manage' } },
  'partnerships/:secret': {
    ...open,
    // Accepting asks further: whether the visitor manages the partnerships of the organization that is named.
    send: { '': 'account.manage', accept: 'account.manage', decline: 'account.manage' },
  },
  'enrollments/:secret': {
    ...open,
    // Accepting asks further: whether the visitor decides what the agency that is named shares.
    send: { '': 'account.manage', accept: 'account.manage', decline: 'account.manage' },
  },
  'organizations/new': { read: 'organization.create', send: { '': 'organization.create' } },
  'organizations/:organizationId': { read: 'organization.read' },
  'organizations/:organizationId/members': {
    read: 'organization.read',
    send: {
      invite: 'members.manage',
      'change-role': 'members.manage',
      remove: 'members.manage',
      withdraw: 'members.manage',
      '': 'members.manage',
      leave: 'membership.leave',
    },
  },
  'organizations/:organizationId/profile': { read: 'organization.read', send: { '': 'organization.edit' } },
  'organizations/:organizationId/log': { read: 'log.read' },
  'organizations/:organizationId/records': { read: 'records.export' },
  'organizations/:organizationId/tokens': {
    read: 'tokens.manage',
    send: { make: 'tokens.manage', revoke: 'tokens.manage', '': 'tokens.manage' },
  },
  'organizations/:organizationId/partnerships': {
    read: 'organization.read',
    send: {
      propose: 'partnerships.manage',
      mail: 'partnerships.manage',
      accept: 'partnerships.manage',
      decline: 'partnerships.manage',
      withdraw: 'partnerships.manage',
      end: 'partnerships.manage',
      '': 'partnerships.manage',
    },
  },
  'organizations/:organizationId/sharing': {
    read: 'sharing.read',
    send: {
      accept: 'sharing.manage',
      change: 'sharing.manage',
      decline: 'sharing.manage',
      end: 'sharing.manage',
      consent: 'sharing.manage',
      'take-back': 'sharing.manage',
      '': 'sharing.manage',
    },
  },
  'organizations/:organizationId/sharing/:programId/preview': { read: 'sharing.read' },
  'organizations/:organizationId/progress/report': { read: 'progress.read' },
  'organizations/:organizationId/portfolio': {
    of: 'program',
    read: 'portfolio.read',
    send: {
      tag: 'portfolio.arrange',
      untag: 'portfolio.arrange',
      'save-view': 'portfolio.arrange',
      'delete-view': 'portfolio.arrange',
      '': 'portfolio.arrange',
    },
  },
  'organizations/:organizationId/portfolio/figures': { of: 'program', read: 'portfolio.read' },
  'organizations/:organizationId/reminders': {
    of: 'program',
    read: 'portfolio.remind',
    send: { '': 'portfolio.remind' },
  },
  'organizations/:organizationId/enrollments': {
    of: 'program',
    read: 'portfolio.read',
    send: {
      invite: 'enrollments.manage',
      mail: 'enrollments.manage',
      withdraw: 'enrollments.manage',
      end: 'enrollments.manage',
      '': 'enrollments.manage',
    },
  },
  'organizations/:organizationId/enrollments/list': {
    of: 'program',
    read: 'enrollments.manage',
    send: { check: 'enrollments.manage', send: 'enrollments.manage', '': 'enrollments.manage' },
  },
  'organizations/:organizationId/agencies/:agencyId': { of: 'program', read: 'followed.read' },
  'organizations/:organizationId/progress': { read: 'progress.read' },
  'organizations/:organizationId/compare': { read: 'progress.read' },
  'organizations/:organizationId/exports': {
    read: 'exports.make',
    send: { ask: 'exports.make', cancel: 'exports.make', '': 'exports.make' },
  },
  'organizations/:organizationId/exports/:exportId/:file': { read: 'exports.make' },
  'organizations/:organizationId/assessments/new': {
    read: 'assessment.start',
    send: { '': 'assessment.start' },
  },
  'assessments/:assessmentId': { read: 'assessment.read' },
  'assessments/:assessmentId/copy-answers': {
    side: 'partner',
    read: 'assessment.answer',
    send: { '': 'assessment.answer' },
  },
  'assessments/:assessmentId/carry-forward': {
    read: 'assessment.answer',
    send: { '': 'assessment.answer' },
  },
  'assessments/:assessmentId/partner': {
    read: 'assessment.choose-partner',
    send: { '': 'assessment.choose-partner' },
  },
  'assessments/:assessmentId/people': { read: 'assessment.assign', send: { '': 'assessment.assign' } },
  'assessments/:assessmentId/domains/:domainId': {
    read: 'assessment.read',
    send: { '': 'assessment.answer' },
  },
  'assessments/:assessmentId/responses': { read: 'assessment.read', send: { '': 'assessment.answer' } },
  'assessments/:assessmentId/events': { read: 'assessment.read' },
  'assessments/:assessmentId/import': {
    read: 'assessment.answer',
    send: { preview: 'assessment.answer', import: 'assessment.answer', '': 'assessment.answer' },
  },
  'assessments/:assessmentId/import/template': { read: 'assessment.answer' },
  'assessments/:assessmentId/items/:itemId/history': { read: 'assessment.read' },
  'assessments/:assessmentId/items/:itemId/redact': { read: 'text.redact', send: { '': 'text.redact' } },
  'assessments/:assessmentId/steps/:revision/redact': {
    // Only a side's own steps, and the one there is the agency's.
    side: 'agency',
    read: 'text.redact',
    send: { '': 'text.redact' },
  },
  'assessments/:assessmentId/review': {
    read: 'assessment.read',
    send: {
      finalize: 'assessment.submit',
      submit: 'assessment.submit',
      recall: 'assessment.submit',
      confirm: 'assessment.answer',
      '': 'assessment.submit',
    },
  },
  'assessments/:assessmentId/differences': {
    read: 'differences.read',
    send: { '': 'differences.settle', proposed: 'differences.settle', signed: 'assessment.sign' },
  },
  'assessments/:assessmentId/differences/steps': {
    read: 'differences.read',
    send: { '': 'differences.settle' },
  },
  'assessments/:assessmentId/differences/events': { read: 'differences.read' },
  'assessments/:assessmentId/go-alone': {
    read: 'assessment.choose-partner',
    send: { '': 'assessment.choose-partner' },
  },
  'assessments/:assessmentId/move': {
    read: 'assessment.move',
    send: { move: 'assessment.move', undo: 'assessment.move', '': 'assessment.move' },
  },
  'assessments/:assessmentId/reopen': { read: 'assessment.reopen', send: { '': 'assessment.reopen' } },
  'assessments/:assessmentId/print': { read: 'assessment.read' },
  'assessments/:assessmentId/results': { read: 'results.read' },
  'assessments/:assessmentId/export': { read: 'results.read' },
  'assessments/:assessmentId/report': { read: 'results.read' },
  'assessments/:assessmentId/copies/:number': { read: 'copies.read' },
  questionnaires: open,
  'questionnaires/:slug/:version': open,
  'questionnaires/:slug/:version/print': open,
  'questionnaires/:slug/:version/changes': open,
  administration: {
    read: 'installation.administer',
    send: {
      decide: 'installation.administer',
      find: 'installation.administer',
      '': 'installation.administer',
    },
  },
  'administration/questionnaires': {
    read: 'installation.administer',
    send: {
      withdraw: 'installation.administer',
      'offer-again': 'installation.administer',
      '': 'installation.administer',
    },
  },
  'administration/questionnaires/:slug/:version': { read: 'installation.administer' },
  'administration/questionnaires/:slug/:version/preview/:domainId': { read: 'installation.administer' },
  // The tests don't run in the demo or in development, where alone there is an outbox.
  outbox: { read: null },
  'api/v1': open,
  'api/v1/openapi.json': open,
  'api/v1/organization': byToken,
  'api/v1/questionnaires': open,
  'api/v1/questionnaires/:slug/:version': open,
  'api/v1/assessments': byToken,
  'api/v1/assessments/:assessmentId': byToken,
  'api/v1/agencies': byToken,
  'api/v1/agencies/:agencyId': byToken,
  'api/v1/agencies/:agencyId/assessments': byToken,
  // There is nothing, for anyone.
  'api/*': { read: null },
}
