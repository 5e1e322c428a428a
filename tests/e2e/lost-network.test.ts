import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { newAgency, start } from './support/agency.ts'
import { choose, question, untilChosen, untilState, untilStatus } from './support/domain-page.ts'
import { open as openPage, untilPath } from './support/pages.ts'
import { newPerson, type Person } from './support/people.ts'
import { rows } from './support/rows.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
let ada: Person
let assessment = ''

beforeAll(async () => {
  ada = await newPerson(site.app, 'Ada Winters')
  const agency = await newAgency(site.app, ada, 'Winterfield Police Department')
  assessment = await start(site.app, ada, agency)
})

const pathOf = (domain: string) => `/assessments/${assessment}/domains/${domain}`
const keptInBrowser = 'Not saved, will retry. Your answers are kept in this browser.'

/** What browsers report of a network that is cut, and of an answer that asks to sign in. */
const networkCut = /ERR_INTERNET_DISCONNECTED|Failed to fetch manifest patches/
const askedToSignIn = /\/(responses|events).*401 \(Unauthorized\)/

async function open(domain: string) {
  const visit = await site.visit(pathOf(domain), ada.signedIn)
  const context = visit.page.context()
  return {
    ...visit,
    cut: async () => {
      visit.problems.expect(networkCut)
      await context.setOffline(true)
    },
    back: () => context.setOffline(false),
    /** Another tab of the same browser. */
    tab: async (path: string) => {
      const page = await context.newPage()
      await openPage(page, path)
      return page
    },
  }
}

const savesOf = (itemId: string) =>
  rows(
    site.app,
    `select json_extract(after, '$.value') as value, json_extract(after, '$.note') as note
     from response_history where item_id = ? order by revision`,
    itemId,
  )

/** Waits until the browser keeps one answer that isn't saved. */
const untilKept = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('pmhc-unsent')
            opening.onsuccess = () => {
              const counting = opening.result.transaction('entries').objectStore('entries').count()
              counting.onsuccess = () => resolve(counting.result)
              opening.result.close()
            }
          }),
      ),
    )
    .toBe(1)

async function signIn(page: Page) {
  await page.getByLabel('Email address').fill(ada.email)
  await page.getByLabel('Password', { exact: true }).fill(ada.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe('answers that can’t be sent', () => {
  it('are kept while the network is cut, and saved once it is back', async () => {
    const { page, cut, back } = await open('leadership')
    await choose(page, 'leadership.mandate', 3)
    await untilState(page, 'leadership.mandate', /^Saved by you/)
    await cut()
    await choose(page, 'leadership.mandate', 5)
    await choose(page, 'leadership.coordinator', 2)
    const notes = question(page, 'leadership.coordinator')
    await notes.locator('summary', { hasText: 'Note and evidence links' }).click()
    await notes.getByLabel('Note', { exact: true }).fill('Written without a network.')
    await untilStatus(page, keptInBrowser)
    await untilState(page, 'leadership.mandate', /^Not saved, will retry/)
    expect(savesOf('leadership.mandate')).toEqual([{ value: 3, note: null }])
    await back()
    await untilStatus(page, 'Everything is saved')
    expect(savesOf('leadership.mandate').at(-1)).toEqual({ value: 5, note: null })
    expect(savesOf('leadership.coordinator').at(-1)).toEqual({ value: 2, note: 'Written without a network.' })
  })

  it('that were sent while the acknowledgment got lost are saved once, not twice', async () => {
    const { page, problems } = await open('leadership')
    problems.expect(/ERR_FAILED/)
    let lost = 0
    await page.route('**/responses', async (route) => {
      if (lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await choose(page, 'leadership.staff-time', 4)
    await untilState(page, 'leadership.staff-time', /^Saved by you/)
    expect(lost).toBe(1)
    expect(savesOf('leadership.staff-time')).toEqual([{ value: 4, note: null }])
  })

  it('ask before the page is left, and outlive a tab that is closed all the same', async () => {
    const { page, problems, cut, back, tab } = await open('training')
    await cut()
    await choose(page, 'training.basic', 2)
    await untilStatus(page, keptInBrowser)
    await untilKept(page)
    const asked = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept()
      return dialog.type()
    })
    await page.close({ runBeforeUnload: true })
    expect(await asked).toBe('beforeunload')
    if (!page.isClosed()) await page.waitForEvent('close')
    await back()
    problems.expect(networkCut)
    const again = await tab(pathOf('training'))
    await untilChosen(again, 'training.basic', 2)
    await untilState(again, 'training.basic', /^Saved by you/)
    expect(savesOf('training.basic')).toEqual([{ value: 2, note: null }])
  })

  it('by links of the site: the page says that not everything is saved, and they are sent after coming back', async () => {
    const { page, cut, back } = await open('policies')
    await cut()
    await choose(page, 'policies.dispatch', 4)
    await untilStatus(page, keptInBrowser)
    await page.getByRole('link', { name: 'All domains' }).click()
    await page.getByRole('dialog', { name: 'Not everything is saved' }).waitFor()
    await page.getByRole('button', { name: 'Stay on this page' }).click()
    await back()
    await untilState(page, 'policies.dispatch', /^Saved by you/)
    await page.getByRole('link', { name: 'All domains' }).click()
    await untilPath(page, `/assessments/${assessment}`)
  })

  it('outlive a sign-in that was ended elsewhere, and are saved after signing in again in another tab', async () => {
    const { page, problems, tab } = await open('data')
    problems.expect(askedToSignIn)
    const elsewhere = await site.visit('/account', ada.signedIn)
    await elsewhere.page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await elsewhere.page.getByText('You are signed out on every device.').waitFor()
    await choose(page, 'data.call-code', 4)
    await untilStatus(page, /^Not saved: you are signed out\. Sign in again in another tab/)
    expect(savesOf('data.call-code')).toEqual([])
    const other = await tab('/sign-in')
    await signIn(other)
    await untilPath(other, /^\/organizations\//)
    await page.bringToFront()
    await untilState(page, 'data.call-code', /^Saved by you/)
    await untilStatus(page, 'Everything is saved')
    const { cookies } = await page.context().storageState()
    ada.signedIn = { storageState: { cookies, origins: [] } }
  })

  it('outlive an expired sign-in and a closed tab together', async () => {
    const { page, problems, tab } = await open('review')
    problems.expect(askedToSignIn)
    rows(site.app, 'update sessions set expires_at = ?', Date.now() - 1_000)
    await choose(page, 'review.goals', 5)
    await untilStatus(page, /^Not saved: you are signed out/)
    await untilKept(page)
    await page.close()
    const again = await tab(pathOf('review'))
    await signIn(again)
    await untilChosen(again, 'review.goals', 5)
    await untilState(again, 'review.goals', /^Saved by you/)
    expect(savesOf('review.goals')).toEqual([{ value: 5, note: null }])
  })
})
