import { readFileSync } from 'node:fs'
import routes from '#app/routes.ts'
import { root } from '../../../scripts/support/say.js'

/** A screen in one of its states: who looks at it, and what stands in the address. */
export interface Screen {
  /** As app/routes.ts has it; empty for the start page. */
  route: string
  /** One of the demonstration's people; nobody where it is left out. */
  as?: string
  /** Values for the address that differ from the usual ones; the name of another usual one stands for it. */
  params?: Readonly<Record<string, string>>
  /** What tells this state from the others of the same screen, such as "final". */
  state?: string
  search?: string
  status?: number
}

/** The paths of all routes that show a page; the others send a file, a stream or a redirect. */
export function pageRoutes(): string[] {
  return routes
    .filter(({ file }) => readFileSync(`${root}app/${file}`, 'utf8').includes('export default'))
    .map(({ path = '' }) => path)
}

/** A screen's address. */
export function addressOf(screen: Screen, usual: Readonly<Record<string, string>>): string {
  const filled = screen.route.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = screen.params?.[name] ?? name
    return usual[value] ?? value
  })
  return `/${filled}${screen.search ?? ''}`
}

/** For a test's title. */
export function titleOf({ route, as, state }: Screen): string {
  return [`/${route}`, state, as && `as ${as}`].filter(Boolean).join(', ')
}

const coordinator = 'Avery Lindqvist'
const contributor = 'Sam Okonjo'
const viewer = 'Robin Castellane'
const unknown = { token: 'no-such-token', secret: 'no-such-secret' }
const submitted = { assessmentId: 'submitted' }
/** Of the agency and of the partner of an assessment that is being reconciled. */
const tobiah = 'Tobiah Renquist'
const jordan = 'Jordan Whitlock'
const marisol = 'Marisol Tanaka-Reed'
const greywater = { organizationId: 'greywater' }
const harborlight = { organizationId: 'harborlight' }
const reconciling = { assessmentId: 'reconciling' }

const casey = 'Casey Marrow'
const program = { organizationId: 'program' }

const kim = 'Kim Thessaly'
const second = { version: '1.1.0' }

/** Every screen, in every state that the demonstration has. */
export const screens: readonly Screen[] = [
  { route: '' },
  { route: 'privacy' },
  { route: 'sign-up' },
  { route: 'sign-in' },
  { route: 'sign-in/second-factor' },
  { route: 'forgot-password' },
  { route: 'reset-password/:token', params: unknown, state: 'dead link', status: 410 },
  { route: 'confirm-email/:token', params: unknown },
  { route: 'invitations/:secret', params: unknown, state: 'dead link', status: 410 },
  { route: 'partnerships/:secret', params: unknown, state: 'dead link', status: 410 },
  { route: 'enrollments/:secret', params: unknown, state: 'dead link', status: 410 },
  { route: 'questionnaires' },
  { route: 'questionnaires/:slug/:version' },
  { route: 'questionnaires/:slug/:version/print' },
  { route: 'questionnaires/:slug/:version/changes', params: second },
  { route: 'questionnaires/:slug/:version/changes', state: 'the first version' },
  { route: 'outbox' },
  { route: 'no-such-page', state: 'not found', status: 404 },
  { route: 'questionnaires/:slug/:version', params: { version: '9.9.9' }, state: 'unknown', status: 404 },

  { route: 'account', as: coordinator },
  { route: 'account/second-factor', as: coordinator },
  { route: 'account/delete', as: coordinator },
  { route: 'organizations/new', as: coordinator },
  { route: 'organizations/new', as: coordinator, search: '?kind=agency', state: 'agency' },
  { route: 'organizations/:organizationId', as: coordinator },
  { route: 'organizations/:organizationId', as: contributor },
  { route: 'organizations/:organizationId', as: viewer },
  {
    ...{ route: 'organizations/:organizationId', as: viewer, status: 404 },
    ...{ params: { organizationId: 'anotherAgency' }, state: 'another’s' },
  },
  { route: '', as: 'Jordan Whitlock', state: 'partner’s home' },
  { route: '', as: 'Casey Marrow', state: 'program’s home' },
  { route: 'organizations/:organizationId/members', as: coordinator },
  { route: 'organizations/:organizationId/members', as: viewer },
  { route: 'organizations/:organizationId/profile', as: coordinator },
  { route: 'organizations/:organizationId/log', as: coordinator },
  { route: 'organizations/:organizationId/tokens', as: coordinator },
  { route: 'organizations/:organizationId/tokens', as: casey, params: program, state: 'program' },
  { route: 'organizations/:organizationId/exports', as: coordinator },
  {
    ...{ route: 'organizations/:organizationId/exports', as: casey, state: 'program' },
    ...{ params: { organizationId: 'program' }, search: '?state=WN&search=Lark' },
  },
  { route: 'organizations/:organizationId/progress', as: coordinator },
  { route: 'organizations/:organizationId/progress', as: tobiah, params: greywater, state: 'Greywater' },
  {
    route: 'organizations/:organizationId/progress',
    as: coordinator,
    search: '?scores=raw',
    state: 'each round by itself',
  },
  { route: 'organizations/:organizationId/compare', as: coordinator },
  { route: 'organizations/:organizationId/compare', as: tobiah, params: greywater, state: 'Greywater' },
  { route: 'organizations/:organizationId/partnerships', as: coordinator },
  { route: 'organizations/:organizationId/partnerships', as: jordan, params: harborlight, state: 'partner' },
  { route: 'organizations/:organizationId', as: tobiah, params: greywater, state: 'reconciling home' },
  { route: 'organizations/:organizationId/sharing', as: coordinator },
  { route: 'organizations/:organizationId/sharing', as: viewer, state: 'viewer' },
  { route: 'organizations/:organizationId/sharing', as: tobiah, params: greywater, state: 'invited' },
  { route: 'organizations/:organizationId/sharing', as: jordan, params: harborlight, state: 'partner' },
  {
    route: 'organizations/:organizationId/sharing/:programId/preview',
    as: coordinator,
    params: { programId: 'program' },
  },
  {
    ...{
      route: 'organizations/:organizationId/sharing/:programId/preview',
      as: tobiah,
      state: 'before it accepts',
    },
    ...{ params: { ...greywater, programId: 'program' }, search: '?step=answers&notes=on' },
  },
  { route: 'organizations/:organizationId/portfolio', as: casey, params: program },
  {
    ...{ route: 'organizations/:organizationId/portfolio', as: casey, state: 'nothing found' },
    ...{ params: program, search: '?search=nowhere' },
  },
  { route: 'organizations/:organizationId/portfolio/figures', as: casey, params: program },
  {
    ...{ route: 'organizations/:organizationId/portfolio/figures', as: casey, state: 'no period' },
    ...{ params: program, search: '?period=soon' },
  },
  { route: 'organizations/:organizationId/reminders', as: casey, params: program },
  { route: 'organizations/:organizationId/enrollments', as: casey, params: program },
  {
    route: 'organizations/:organizationId/enrollments',
    as: casey,
    params: program,
    search: '?list=invited',
    state: 'invited',
  },
  { route: 'organizations/:organizationId/enrollments/list', as: casey, params: program },
  {
    ...{
      route: 'organizations/:organizationId/agencies/:agencyId',
      as: casey,
      state: 'answers and the partner’s',
    },
    params: { ...program, agencyId: 'organizationId' },
  },
  {
    ...{ route: 'organizations/:organizationId/agencies/:agencyId', as: casey, state: 'profile' },
    params: { ...program, agencyId: 'sharesProfile' },
  },
  {
    ...{
      route: 'organizations/:organizationId/agencies/:agencyId',
      as: casey,
      state: 'not accepted',
      status: 404,
    },
    params: { ...program, agencyId: 'greywater' },
  },
  { route: 'organizations/:organizationId/assessments/new', as: coordinator },

  { route: 'assessments/:assessmentId', as: coordinator },
  { route: 'assessments/:assessmentId', as: contributor },
  { route: 'assessments/:assessmentId', as: coordinator, params: submitted, state: 'final' },
  { route: 'assessments/:assessmentId', as: jordan, state: 'partner' },
  { route: 'assessments/:assessmentId', as: jordan, params: submitted, state: 'partner, final' },
  { route: 'assessments/:assessmentId', as: tobiah, params: reconciling, state: 'reconciling' },
  { route: 'assessments/:assessmentId/partner', as: coordinator },
  { route: 'assessments/:assessmentId/copy-answers', as: jordan },
  { route: 'assessments/:assessmentId/move', as: coordinator },
  { route: 'assessments/:assessmentId/carry-forward', as: coordinator },
  { route: 'assessments/:assessmentId/carry-forward', as: jordan, state: 'partner' },
  { route: 'assessments/:assessmentId/domains/:domainId', as: marisol, state: 'partner' },
  { route: 'assessments/:assessmentId/review', as: jordan, state: 'partner' },
  { route: 'assessments/:assessmentId/import', as: contributor },
  { route: 'assessments/:assessmentId/import', as: contributor, params: submitted, state: 'locked' },
  { route: 'assessments/:assessmentId/people', as: coordinator },
  { route: 'assessments/:assessmentId/domains/:domainId', as: coordinator },
  { route: 'assessments/:assessmentId/domains/:domainId', as: viewer },
  {
    ...{ route: 'assessments/:assessmentId/domains/:domainId', as: contributor },
    ...{ params: submitted, state: 'final' },
  },
  { route: 'assessments/:assessmentId/items/:itemId/history', as: viewer },
  { route: 'assessments/:assessmentId/items/:itemId/redact', as: coordinator },
  {
    ...{ route: 'assessments/:assessmentId/steps/:revision/redact', as: jordan, state: 'a comment' },
    params: { ...reconciling, revision: '1' },
  },
  { route: 'assessments/:assessmentId/review', as: coordinator },
  { route: 'assessments/:assessmentId/review', as: contributor, params: submitted, state: 'final' },
  { route: 'assessments/:assessmentId/differences', as: tobiah, params: reconciling },
  { route: 'assessments/:assessmentId/differences', as: jordan, params: reconciling, state: 'partner' },
  { route: 'assessments/:assessmentId/differences', as: coordinator, state: 'none yet' },
  { route: 'assessments/:assessmentId/go-alone', as: tobiah, params: reconciling },
  { route: 'assessments/:assessmentId/reopen', as: coordinator, params: submitted },
  { route: 'assessments/:assessmentId/print', as: viewer },
  { route: 'assessments/:assessmentId/print', as: viewer, params: submitted, state: 'co-reviewed' },
  { route: 'assessments/:assessmentId/print', as: jordan, params: submitted, state: 'co-reviewed, partner' },
  { route: 'assessments/:assessmentId/print', as: marisol, params: reconciling, state: 'reconciling' },
  { route: 'assessments/:assessmentId/results', as: viewer, params: submitted },
  { route: 'assessments/:assessmentId/results', as: jordan, params: submitted, state: 'partner' },
  { route: 'assessments/:assessmentId/results', as: viewer, state: 'none yet' },
  { route: 'assessments/:assessmentId/copies/:number', as: viewer, params: submitted },

  { route: 'administration', as: kim },
  { route: 'administration/questionnaires', as: kim },
  { route: 'administration/questionnaires/:slug/:version', as: kim, params: second, state: 'a revision' },
  { route: 'administration/questionnaires/:slug/:version', as: kim, state: 'the first version' },
  { route: 'administration/questionnaires/:slug/:version/preview/:domainId', as: kim, params: second },
]
