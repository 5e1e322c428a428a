import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, demonstrationForTests } from './support/demonstration.ts'
import { expectGoodPage, settled } from './support/good-page.ts'
import { addressOf, pageRoutes, screens, titleOf, type Screen } from './support/screens.ts'

const demonstration = demonstrationForTests()
const { site } = demonstration

/** What stands in the addresses; known once the demonstration is there. */
const usual: Record<string, string> = {
  ...{ domainId: 'services', itemId: 'leadership.mandate', number: '1' },
  ...{ slug: 'pmhc-self-assessment', version: '1.0.0' },
}

beforeAll(() => {
  const agency = 'select id from organizations where name = ?'
  const assessment = 'select id from assessments where agency_id = ? and stage = ? order by as_of desc'
  usual['organizationId'] = demonstration.find(agency, 'Larkmoor Police Department')
  usual['assessmentId'] = demonstration.find(assessment, usual['organizationId'], 'answering')
  usual['submitted'] = demonstration.find(assessment, usual['organizationId'], 'final')
  const greywater = demonstration.find(agency, 'Greywater County Sheriff’s Office')
  usual['reconciling'] = demonstration.find(assessment, greywater, 'reconciling')
  usual['harborlight'] = demonstration.find(agency, 'Harborlight Behavioral Health')
  usual['greywater'] = greywater
  usual['program'] = demonstration.find(agency, 'Winnemac Office of Crisis Response Partnerships')
  usual['sharesProfile'] = demonstration.find(agency, 'Marrowbone Constable’s Office, Precinct 2')
  usual['anotherAgency'] = demonstration.find(agency, 'Dunmere Police Department')
})

async function open(screen: Screen): Promise<Page> {
  const options = screen.as ? await demonstration.signedIn(screen.as) : halfSignedIn(screen)
  const { page, problems } = await site.visit(addressOf(screen, usual), options)
  // The browser itself reports a status of 400 and above as an error.
  if (screen.status) problems.expect(/Failed to load resource/)
  await settled(page)
  return page
}

/** The second step is shown only between the password and the code. */
function halfSignedIn({ route }: Screen) {
  if (route !== 'sign-in/second-factor') return {}
  return { storageState: { cookies: [cookieOf('better-auth.two_factor=begun')], origins: [] } }
}

const statusOf = (page: Page) =>
  page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation')
    return entry instanceof PerformanceNavigationTiming ? entry.responseStatus : 0
  })

describe('every screen', () => {
  it('is looked at', () => {
    const looked = new Set(screens.map(({ route }) => route))
    expect(pageRoutes().filter((path) => !looked.has(path))).toEqual([])
  })

  const titles = new Map<string, string>()

  it.each(screens.map((screen) => [titleOf(screen), screen] as const))(
    'reads well for everyone on a wide screen and a narrow one: %s',
    async (_, screen) => {
      const page = await open(screen)
      expect(await statusOf(page)).toBe(screen.status ?? 200)
      await expectGoodPage(page)
      if (screen.status || screen.state?.endsWith('home')) return
      const title = await page.title()
      expect(titles.get(title) ?? screen.route, `another screen is called "${title}" too`).toBe(screen.route)
      titles.set(title, screen.route)
    },
  )
})

describe('a form that was filled in wrong', () => {
  it('says on the sign-in page what is missing, and what is not right', async () => {
    const { page, problems } = await site.visit('/sign-in')
    problems.expect(/Failed to load resource/)
    const press = () => page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await press()
    await page.getByText('Enter your password').waitFor()
    await expectGoodPage(page)
    await page.getByLabel('Email address').fill('nobody@example.org')
    await page.getByLabel('Password', { exact: true }).fill('not the password at all')
    await press()
    await page.getByText('is not right').waitFor()
    await expectGoodPage(page)
  })
})
