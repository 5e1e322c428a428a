import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { untilPath } from './support/pages.ts'
import { beginTogether } from './support/partner.ts'
import { fetchAs, form, newPerson } from './support/people.ts'
import { folderWithFourItems, twoSides, type TwoSides } from './support/reconciling.ts'
import { rows } from './support/rows.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests({ QUESTIONNAIRES_DIR: folderWithFourItems() })

/** Both sides, of whom neither has submitted. */
async function answering(): Promise<TwoSides> {
  const [ada, lee] = [await newPerson(site.app, 'Ada Rivers'), await newPerson(site.app, 'Lee Rivers')]
  const { assessmentId } = await beginTogether(site.app, ada, lee)
  return { ada, lee, assessment: assessmentId }
}

async function differencesAs({ assessment }: TwoSides, { signedIn }: TwoSides['ada']): Promise<Page> {
  const { page, problems } = await site.visit(`/assessments/${assessment}/differences`, signedIn)
  // Browsers report that a page is closed to them, and that nothing can be reached: neither the steps nor the
  // routes behind the links, which are fetched ahead.
  problems.expect(/\/differences\/(steps|events).*(404|net::ERR_)/)
  problems.expect(/\/__manifest\?.*net::ERR_|Failed to fetch manifest patches/)
  return page
}

/** As from another tab. */
async function goAlone({ assessment, ada }: TwoSides) {
  const [row] = rows(
    site.app,
    'select cast(revision as text) as revision from assessments where id = ?',
    assessment,
  )
  const sent = form({ reason: 'released', sure: 'yes', ...(row as { revision: string }) })
  const answer = await fetchAs(site.app, ada, `/assessments/${assessment}/go-alone`, sent)
  expect(answer.status).toBe(302)
}

/** The partner's page has left the differences, which are closed to it, and says why. */
async function untilReleased(page: Page, { assessment }: TwoSides) {
  await untilPath(page, `/assessments/${assessment}`)
  await page.getByText('went on without a partner. What you answered stays readable to you.').waitFor()
}

describe('differences that are left open while the agency goes on alone', () => {
  it.each([
    ['answering', answering, 'Not both sides have submitted yet'],
    ['reconciling', () => twoSides(site.app), '3 differences, 0 settled'],
  ])('say so to both, who were %s', async (_stage, begin, before) => {
    const sides = await begin()
    const [adas, lees] = await Promise.all([differencesAs(sides, sides.ada), differencesAs(sides, sides.lee)])
    await Promise.all([adas, lees].map((page) => page.getByText(before).waitFor()))
    await goAlone(sides)
    await adas.getByText('This assessment went on without its partner').waitFor()
    await untilReleased(lees, sides)
  })

  it('say so to a partner whom nothing reached meanwhile', { timeout: 120_000 }, async () => {
    const sides = await twoSides(site.app)
    const page = await differencesAs(sides, sides.lee)
    await page.getByText('3 differences, 0 settled').waitFor()
    await page.context().setOffline(true)
    await site.app.killAndRestart()
    await goAlone(sides)
    await page.context().setOffline(false)
    await untilReleased(page, sides)
  })
})
