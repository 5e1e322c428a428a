import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newAgency, start } from './support/agency.ts'
import {
  choose,
  chosen,
  patience,
  untilChosen,
  untilSaved,
  untilState,
  untilStatus,
} from './support/domain-page.ts'
import { newPerson } from './support/people.ts'
import { levelItems } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
const kills = 6

/** What a server that isn't there does to a page. */
const serverGone = /ERR_(CONNECTION|EMPTY_RESPONSE|INCOMPLETE_CHUNKED|NETWORK_CHANGED|SOCKET)/

interface Save {
  itemId: string
  saveId: string
  response: { value: number }
}

interface Given {
  /** Everything that was given at an item, in order. */
  all: Map<string, number[]>
  /** Which of them the server acknowledged last, or an earlier one of the same level; by item. */
  acknowledged: Map<string, number>
}

/** Notes what the server acknowledges to a page as saved. */
function note(page: Page, given: Given) {
  const seen = new Set<string>()
  page.on('response', (response) => {
    if (response.request().method() !== 'POST' || response.status() !== 200) return
    const { itemId, saveId, response: saved } = response.request().postDataJSON() as Save
    // What the page didn't hear of is sent and acknowledged once more.
    if (seen.has(saveId)) return
    seen.add(saveId)
    // Saves arrive in order; on a slow machine the same level may have been given again meanwhile.
    const before = given.acknowledged.get(itemId) ?? -1
    const at = given.all.get(itemId)?.indexOf(saved.value, before + 1) ?? -1
    given.acknowledged.set(itemId, Math.max(at, before))
  })
}

/** Answers one question after the other until told to stop, each time with another level. */
async function keepAnswering(page: Page, items: readonly string[], given: Given, stop: AbortSignal) {
  for (let turn = 0; !stop.aborted; turn += 1) {
    const itemId = items[turn % items.length] ?? ''
    const before = given.all.get(itemId) ?? []
    const level = ((before.at(-1) ?? turn) % 5) + 1
    given.all.set(itemId, [...before, level])
    await choose(page, itemId, level)
  }
}

describe('a server that is killed', () => {
  it(
    'has every answer that it acknowledged when it starts again, whenever that happens',
    { timeout: 300_000 },
    async () => {
      const ada = await newPerson(site.app, 'Ada Winters')
      const agency = await newAgency(site.app, ada, 'Winterfield Police Department')
      const path = `/assessments/${await start(site.app, ada, agency)}/domains/data`
      const items = levelItems('data')
      const { page, problems } = await site.visit(path, ada.signedIn)
      problems.expect(serverGone)
      const given: Given = { all: new Map(), acknowledged: new Map() }
      note(page, given)

      for (let kill = 0; kill < kills; kill += 1) {
        const stop = new AbortController()
        const answering = keepAnswering(page, items, given, stop.signal)
        await expect.poll(() => given.acknowledged.size, { timeout: patience }).toBeGreaterThan(kill)
        const moment = Math.round(Math.random() * 1_000)
        await wait(moment)
        await site.app.kill()
        stop.abort()
        await answering
        const acknowledged = new Map(given.acknowledged)
        await site.app.start()

        const { page: fresh } = await site.visit(path, ada.signedIn)
        for (const [itemId, at] of acknowledged) {
          // Whatever was given after it may have been sent again meanwhile.
          const possible = given.all.get(itemId)?.slice(at).map(String)
          expect(possible, `${itemId}, killed after ${moment} ms`).toContain(await chosen(fresh, itemId))
        }
        await fresh.context().close()
      }

      await untilSaved(page)
      await page.reload()
      for (const [itemId, levels] of given.all) await untilChosen(page, itemId, levels.at(-1) ?? 0)
    },
  )

  it('keeps what a page called saved, and takes what it called not saved once it is back', async () => {
    const bo = await newPerson(site.app, 'Bo Summers')
    const agency = await newAgency(site.app, bo, 'Summerfield Police Department')
    const path = `/assessments/${await start(site.app, bo, agency)}/domains/review`
    const { page, problems } = await site.visit(path, bo.signedIn)
    problems.expect(serverGone)
    await choose(page, 'review.goals', 4)
    await untilState(page, 'review.goals', /^Saved by you/)
    await site.app.kill()
    await choose(page, 'review.needs-study', 2)
    await untilState(page, 'review.needs-study', /^Not saved, will retry/)
    await untilStatus(page, 'Not saved, will retry. Your answers are kept in this browser.')
    await site.app.start()
    await untilSaved(page)
    const { page: fresh } = await site.visit(path, bo.signedIn)
    await untilChosen(fresh, 'review.goals', 4)
    await untilChosen(fresh, 'review.needs-study', 2)
  })
})

describe('a server that is asked to stop', () => {
  it('ends the streams of open pages and takes no new ones, so that nothing is broken off', async () => {
    const cy = await newPerson(site.app, 'Cy Autumn')
    const agency = await newAgency(site.app, cy, 'Autumnfield Police Department')
    const path = `/assessments/${await start(site.app, cy, agency)}/domains/review`
    const { page, problems } = await site.visit(path, cy.signedIn)
    await choose(page, 'review.goals', 4)
    await untilState(page, 'review.goals', /^Saved by you/)
    problems.expect(/ERR_CONNECTION_REFUSED/)
    const stopped = site.app.stop()
    await choose(page, 'review.goals', 5)
    expect(await stopped).toBe(0)
    await site.app.start()
    await untilSaved(page)
    await untilState(page, 'review.goals', /^Saved by you/)
  })
})
