import type { Role } from '#assessments/access.ts'
import * as membersScreen from '#app/routes/members/route.tsx'
import { addOrganization, cookieFor, type TestProgram } from './program.ts'
import { browserOf, type Browser } from './visiting.ts'

/** An organization whose coordinator is at a browser, on the page of its members. */
export async function organizationIn(program: TestProgram) {
  const { id, coordinator } = await addOrganization(program)
  const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, coordinator) })
  const path = `/organizations/${id}/members`
  const params = { organizationId: id }
  return {
    id,
    coordinator,
    browser,
    open: () => browser.open(membersScreen, path, params),
    send: (fields: Record<string, string>, by: Browser = browser) =>
      by.send(membersScreen, path, fields, params),
    invite: (address: string, role: Role = 'contributor') =>
      browser.send(membersScreen, path, { intent: 'invite', email: address, role }, params),
  }
}
