import type { Role } from '#assessments/access.ts'
import type { App } from './app.ts'
import { fetchAs, form, type Person } from './people.ts'

/** The last part of the address that an answer leads to. */
async function leadsTo(answer: Response, pattern: RegExp): Promise<string> {
  const id = pattern.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`${answer.status}, which leads nowhere: ${await answer.text()}`)
  return id
}

export const agencyProfile = {
  kind: 'agency',
  agencyType: 'police',
  state: 'OH',
  county: 'Example County',
  sizeBand: '25-49',
  reassessMonths: '12',
}

/** Makes an agency with somebody as its coordinator; resolves to its id. */
export async function newAgency(app: App, coordinator: Person, name: string): Promise<string> {
  const answer = await fetchAs(app, coordinator, '/organizations/new', form({ ...agencyProfile, name }))
  return leadsTo(answer, /^\/organizations\/([\w-]+)$/)
}

/** Invites an address; resolves to the path of the link that is handed over. */
export async function invite(app: App, coordinator: Person, agencyId: string, email: string, role: Role) {
  const sent = form({ intent: 'invite', email, role })
  const page = await (await fetchAs(app, coordinator, `/organizations/${agencyId}/members`, sent)).text()
  const path = /\/invitations\/[\w-]+/.exec(page)?.[0]
  if (!path) throw new Error(`no link was handed over: ${page}`)
  return path
}

/** Makes somebody a member, by an invitation that they accept. */
export async function join(app: App, coordinator: Person, agencyId: string, person: Person, role: Role) {
  const link = await invite(app, coordinator, agencyId, person.email, role)
  await leadsTo(await fetchAs(app, person, link, form({})), /^\/organizations\/([\w-]+)$/)
}

/** A day as forms want it, so many days from today. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}

/** The newest version of the questionnaire that comes with the program. */
export const builtIn = 'pmhc-self-assessment@1.1.0'

/** Starts an assessment as of yesterday, which no time zone takes for the future; resolves to its id. */
export async function start(
  app: App,
  coordinator: Person,
  agencyId: string,
  { questionnaire = builtIn, asOf = dayFromToday(-1), partner = 'nobody' } = {},
): Promise<string> {
  const sent = form({ questionnaire, asOf, partner })
  const answer = await fetchAs(app, coordinator, `/organizations/${agencyId}/assessments/new`, sent)
  return leadsTo(answer, /^\/assessments\/([\w-]+)$/)
}
