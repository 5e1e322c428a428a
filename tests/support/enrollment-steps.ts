import { z } from 'zod'
import * as enrollmentsScreen from '#app/routes/enrollments/route.tsx'
import * as linkScreen from '#app/routes/enrollment/route.tsx'
import * as listScreen from '#app/routes/enrollments-list/route.tsx'
import * as sharingScreen from '#app/routes/sharing/route.tsx'
import { addOrganization, cookieFor, type TestProgram } from './program.ts'
import { browserOf, type Browser, type Outcome } from './visiting.ts'

const at = async (program: TestProgram, personId: string) =>
  Object.assign(browserOf(program), { cookie: await cookieFor(program, personId) })

/** A program whose coordinator is at a browser. */
export async function programIn(program: TestProgram, name = 'State Office') {
  const { id, coordinator } = await addOrganization(program, { kind: 'program', name })
  const browser = await at(program, coordinator)
  const params = { organizationId: id }
  const path = `/organizations/${id}/enrollments`
  return {
    ...{ id, coordinator, browser },
    open: (search = '') => browser.open(enrollmentsScreen, path + search, params),
    send: (fields: Record<string, string>) => browser.send(enrollmentsScreen, path, fields, params),
    list: (intent: 'check' | 'send', list: string) =>
      browser.send(listScreen, `${path}/list`, { intent, list }, params),
  }
}

/** An agency, or a partner, whose coordinator is at a browser, on the page of what it shares. */
export async function sharerIn(program: TestProgram, options: { name: string; kind?: 'agency' | 'partner' }) {
  const { id, coordinator } = await addOrganization(program, options)
  const browser = await at(program, coordinator)
  const params = { organizationId: id }
  const path = `/organizations/${id}/sharing`
  return {
    ...{ id, coordinator, browser },
    open: () => browser.open(sharingScreen, path, params),
    send: (fields: Record<string, string>) => browser.send(sharingScreen, path, fields, params),
  }
}

const row = z.looseObject({ id: z.string(), name: z.string(), facts: z.string() })
const pageSchema = z.object({
  page: z.object({
    list: z.string(),
    counts: z.object({ active: z.number(), invited: z.number(), past: z.number() }),
    rows: z.array(row),
    next: z.string().nullable(),
    possible: z
      .object({ total: z.number(), listed: z.array(z.looseObject({ name: z.string() })) })
      .nullable(),
  }),
})

/** What the page of enrollments shows. */
export const enrollmentsOf = ({ data }: Outcome) => pageSchema.parse(data).page

const listed = z.looseObject({ id: z.string(), name: z.string() })
const sharingSchema = z.object({
  agency: z.object({ waiting: z.array(listed), active: z.array(listed), past: z.array(listed) }),
})

/** What an agency's page of sharing lists. */
export const sharingOf = ({ data }: Outcome) => sharingSchema.parse(data).agency

/** Opens an invitation's link. */
export const openInvitation = (browser: Browser, secret: string) =>
  browser.open(linkScreen, `/enrollments/${secret}`, { secret })

/** Sends the form of an invitation's link. */
export const sendInvitation = (browser: Browser, secret: string, fields: Record<string, string>) =>
  browser.send(linkScreen, `/enrollments/${secret}`, fields, { secret })
