import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { join, newAgency, start } from './support/agency.ts'
import { choose, question, untilChosen, untilSaved, untilState, untilStatus } from './support/domain-page.ts'
import { expectGoodPage } from './support/good-page.ts'
import { newPerson, type Person } from './support/people.ts'
import { rows } from './support/rows.ts'
import { levelItems } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
let ada: Person
let bo: Person
let assessment = ''

beforeAll(async () => {
  const { app } = site
  ada = await newPerson(app, 'Ada Winters')
  bo = await newPerson(app, 'Bo Summers')
  const agency = await newAgency(app, ada, 'Winterfield Police Department')
  await join(app, ada, agency, bo, 'contributor')
  assessment = await start(app, ada, agency)
})

async function open(person: Person, domain: string): Promise<Page> {
  const path = `/assessments/${assessment}/domains/${domain}`
  const { page, problems } = await site.visit(path, person.signedIn)
  // Browsers report the answer that says that somebody else came first.
  problems.expect(/\/responses: .*409 \(Conflict\)/)
  return page
}

/** Holds back what a page saves, as a slow network does, until told to let it go. */
async function holdSaves(page: Page) {
  const held = signal()
  const released = signal()
  await page.route('**/responses', async (route) => {
    held.give()
    await released.given
    await route.continue()
  })
  return { held: held.given, letGo: released.give }
}

function signal() {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { given, give }
}

/** Both answer the same question before either sees the other's answer; Ada's arrives first. */
async function bothAnswer(adas: Page, bos: Page, itemId: string) {
  const { held, letGo } = await holdSaves(bos)
  await choose(bos, itemId, 2)
  await held
  await choose(adas, itemId, 4)
  await untilState(adas, itemId, /^Saved by you/)
  letGo()
  await question(bos, itemId).getByText('Two answers to this item').waitFor()
}

const keptOf = (itemId: string) =>
  rows(
    site.app,
    `select json_extract(after, '$.value') as value from response_history where item_id = ? order by revision`,
    itemId,
  )

describe('two people answering at once', () => {
  it('see each other’s answers within seconds, without a reload', async () => {
    const [adas, bos] = await Promise.all([open(ada, 'leadership'), open(bo, 'leadership')])
    await choose(adas, 'leadership.mandate', 4)
    await untilChosen(bos, 'leadership.mandate', 4)
    await untilState(bos, 'leadership.mandate', /^Saved by Ada Winters/)
    await choose(bos, 'leadership.mandate', 5)
    await untilChosen(adas, 'leadership.mandate', 5)
    await untilState(adas, 'leadership.mandate', /^Saved by Bo Summers/)
  })

  it('see them also once whatever stands before the server has answered in its place', async () => {
    const path = `/assessments/${assessment}/domains/services`
    const { page: adas, problems } = await site.visit('/', ada.signedIn)
    problems.expect(/\/events: .*502 \(Bad Gateway\)/)
    const refused = signal()
    await adas.route(
      '**/events',
      async (route) => {
        await route.fulfill({ status: 502 })
        refused.give()
      },
      { times: 1 },
    )
    await adas.goto(path)
    await refused.given
    const bos = await open(bo, 'services')
    await choose(bos, 'services.housing', 2)
    await untilChosen(adas, 'services.housing', 2)
  })

  it('at the same question: who came second sees both answers and keeps the own one', async () => {
    const [adas, bos] = await Promise.all([open(ada, 'training'), open(bo, 'training')])
    await bothAnswer(adas, bos, 'training.basic')
    const notice = question(bos, 'training.basic').locator('.conflict')
    const sides = await notice.locator('.conflict__side').allInnerTexts()
    expect(sides[0]).toMatch(/Ada Winters[^]*4 · Mostly in place/)
    expect(sides[1]).toMatch(/You, here[^]*2 · Exploring/)
    await untilStatus(bos, 'Not saved: 1 item needs you.')
    await expectGoodPage(bos)
    expect(keptOf('training.basic')).toEqual([{ value: 4 }])

    await notice.getByRole('button', { name: 'Keep my answer' }).click()
    await untilState(bos, 'training.basic', /^Saved by you/)
    await untilChosen(adas, 'training.basic', 2)
    await untilState(adas, 'training.basic', /^Saved by Bo Summers/)
    expect(keptOf('training.basic')).toEqual([{ value: 4 }, { value: 2 }])
  })

  it('at the same question: who came second can take the other’s answer', async () => {
    const [adas, bos] = await Promise.all([open(ada, 'training'), open(bo, 'training')])
    await bothAnswer(adas, bos, 'training.call-takers')
    await question(bos, 'training.call-takers')
      .getByRole('button', { name: 'Take the answer of Ada Winters' })
      .click()
    await untilChosen(bos, 'training.call-takers', 4)
    await untilSaved(bos)
    expect(keptOf('training.call-takers')).toEqual([{ value: 4 }])
  })

  it('at different questions of one domain: nothing of either is lost', async () => {
    const [adas, bos] = await Promise.all([open(ada, 'data'), open(bo, 'data')])
    const items = levelItems('data')
    const mine = (page: Page, parity: number, level: number) => async () => {
      for (const [at, itemId] of items.entries()) if (at % 2 === parity) await choose(page, itemId, level)
      await untilSaved(page)
    }
    await Promise.all([mine(adas, 0, 2)(), mine(bos, 1, 5)()])
    for (const page of [adas, bos]) {
      for (const [at, itemId] of items.entries()) await untilChosen(page, itemId, at % 2 === 0 ? 2 : 5)
    }
    for (const itemId of items) expect(keptOf(itemId)).toHaveLength(1)
  })

  it('the history of a question tells both answers and whose they are', async () => {
    const { page } = await site.visit(`/assessments/${assessment}/items/training.basic/history`, ada.signedIn)
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/Bo Summers[^]*2 · Exploring[^]*(Ada Winters|You)[^]*4 · Mostly in place/i)
  })
})
