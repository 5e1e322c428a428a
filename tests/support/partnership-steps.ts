import { z } from 'zod'
import type { OrganizationKind } from '#assessments/access.ts'
import * as linkScreen from '#app/routes/partnership/route.tsx'
import * as partnershipsScreen from '#app/routes/partnerships/route.tsx'
import type { OrganizationStatus } from '#db/words.ts'
import { addOrganization, cookieFor, type TestProgram } from './program.ts'
import { browserOf, type Browser, type Outcome } from './visiting.ts'

interface Options {
  kind: OrganizationKind
  name: string
  status?: OrganizationStatus
}

/** An organization whose coordinator is at a browser, on the page of its partnerships. */
export async function endIn(program: TestProgram, options: Options) {
  const { id, coordinator } = await addOrganization(program, options)
  const browser = Object.assign(browserOf(program), { cookie: await cookieFor(program, coordinator) })
  const path = `/organizations/${id}/partnerships`
  const params = { organizationId: id }
  return {
    ...{ id, coordinator, browser, name: options.name },
    open: (by: Browser = browser) => by.open(partnershipsScreen, path, params),
    /** Looks for an organization to propose to. */
    find: (words: string) =>
      browser.open(partnershipsScreen, `${path}?${new URLSearchParams({ find: words }).toString()}`, params),
    send: (fields: Record<string, string>, by: Browser = browser) =>
      by.send(partnershipsScreen, path, fields, params),
  }
}

const pageSchema = z.object({
  page: z.object({
    active: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    waiting: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    proposed: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    past: z.array(z.looseObject({ id: z.string(), name: z.string(), outcome: z.string() })),
    possible: z
      .strictObject({
        find: z.string(),
        total: z.number(),
        listed: z.array(z.strictObject({ id: z.string(), name: z.string(), place: z.string() })),
      })
      .nullable(),
  }),
})

/** What the page of partnerships lists. */
export const listsOf = ({ data }: Outcome) => pageSchema.parse(data).page

const linkSchema = z.object({ link: z.object({ email: z.string(), url: z.string() }) })

/** The secret of the link that is handed over where no mail is sent. */
export const secretOf = ({ data }: Outcome) => linkSchema.parse(data).link.url.split('/').at(-1) ?? ''

/** Opens a proposal's link. */
export const openLink = (browser: Browser, secret: string) =>
  browser.open(linkScreen, `/partnerships/${secret}`, { secret })

/** Sends the form of a proposal's link. */
export const sendLink = (browser: Browser, secret: string, fields: Record<string, string>) =>
  browser.send(linkScreen, `/partnerships/${secret}`, fields, { secret })
