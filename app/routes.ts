import { index, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the site, and the folder of the screen that answers it. */
export default [
  index('routes/welcome/route.tsx'),
  route('privacy', 'routes/privacy/route.tsx'),

  route('sign-up', 'routes/sign-up/route.tsx'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-in/second-factor', 'routes/sign-in-second-factor/route.tsx'),
  route('sign-out', 'routes/sign-out/route.tsx'),
  route('forgot-password', 'routes/forgot-password/route.tsx'),
  route('reset-password/:token', 'routes/reset-password/route.tsx'),
  route('confirm-email/:token', 'routes/confirm-email/route.tsx'),
  route('account', 'routes/account/route.tsx'),
  route('account/second-factor', 'routes/account-second-factor/route.tsx'),
  route('account/delete', 'routes/account-delete/route.tsx'),

  route('invitations/:secret', 'routes/invitation/route.tsx'),
  route('partnerships/:secret', 'routes/partnership/route.tsx'),
  route('organizations/new', 'routes/organization-new/route.tsx'),
  route('organizations/:organizationId', 'routes/organization-home/route.tsx'),
  route('organizations/:organizationId/members', 'routes/members/route.tsx'),
  route('organizations/:organizationId/profile', 'routes/organization-profile/route.tsx'),
  route('organizations/:organizationId/log', 'routes/activity-log/route.tsx'),
  route('organizations/:organizationId/records', 'routes/records/route.tsx'),
  route('organizations/:organizationId/partnerships', 'routes/partnerships/route.tsx'),
  route('organizations/:organizationId/progress', 'routes/progress/route.tsx'),
  route('organizations/:organizationId/assessments/new', 'routes/assessment-new/route.tsx'),

  route('assessments/:assessmentId', 'routes/assessment-overview/route.tsx'),
  route('assessments/:assessmentId/partner', 'routes/assessment-partner/route.tsx'),
  route('assessments/:assessmentId/people', 'routes/assessment-people/route.tsx'),
  route('assessments/:assessmentId/domains/:domainId', 'routes/domain/route.tsx'),
  route('assessments/:assessmentId/responses', 'routes/responses/route.ts'),
  route('assessments/:assessmentId/events', 'routes/events/route.ts'),
  route('assessments/:assessmentId/items/:itemId/history', 'routes/response-history/route.tsx'),
  route('assessments/:assessmentId/items/:itemId/redact', 'routes/redact/route.tsx'),
  route('assessments/:assessmentId/review', 'routes/review/route.tsx'),
  route('assessments/:assessmentId/differences', 'routes/differences/route.tsx'),
  route('assessments/:assessmentId/differences/steps', 'routes/differences-steps/route.ts'),
  route('assessments/:assessmentId/differences/events', 'routes/differences-events/route.ts'),
  route('assessments/:assessmentId/reopen', 'routes/reopen/route.tsx'),
  route('assessments/:assessmentId/print', 'routes/assessment-print/route.tsx'),
  route('assessments/:assessmentId/results', 'routes/results/route.tsx'),
  route('assessments/:assessmentId/copies/:number', 'routes/frozen-copy/route.tsx'),

  route('questionnaires', 'routes/questionnaires/route.tsx'),
  route('questionnaires/:slug/:version', 'routes/questionnaire/route.tsx'),
  route('questionnaires/:slug/:version/print', 'routes/questionnaire-print/route.tsx'),

  route('administration', 'routes/administration/route.tsx'),
  route('outbox', 'routes/outbox/route.tsx'),
] satisfies RouteConfig
