import type { Page, Response as Received } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { choose, question, untilSaved } from './support/domain-page.ts'
import { expectGoodPage } from './support/good-page.ts'
import { open, untilPath } from './support/pages.ts'
import { beginTogether, type Together } from './support/partner.ts'
import { fetchAs, newPerson, type Person } from './support/people.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
let ada: Person
let bo: Person
let together: Together

const items = ['leadership.partner-support', 'leadership.interagency-workgroup']
const note = { ada: 'Telltale from the station', bo: 'Telltale from the clinic' }

beforeAll(async () => {
  ada = await newPerson(site.app, 'Ada Winters')
  bo = await newPerson(site.app, 'Bo Summers')
  together = await beginTogether(site.app, ada, bo)
})

const path = (below = '') => `/assessments/${together.assessmentId}${below}`

/** Keeps every byte that a browser receives; a stream of events, which has no end, is read by `listenAs`. */
function keepBytes(page: Page) {
  const kept: Promise<{ url: string; bytes: string }>[] = []
  page.context().on('response', (received) => {
    if (!isStream(received)) kept.push(bytesOf(received))
  })
  return async () => Promise.all(kept)
}

const isStream = (received: Received) =>
  (received.headers()['content-type'] ?? '').startsWith('text/event-stream')

async function bytesOf(received: Received) {
  const head = JSON.stringify(received.headers())
  const body = await received.body().catch(() => Buffer.from(''))
  return { url: received.url(), bytes: `${head}\n${body.toString('utf8')}` }
}

/** Listens to the stream of events as somebody's browser does; answers what was heard so far. */
async function listenAs(person: Person) {
  const leaving = new AbortController()
  const stream = await fetchAs(site.app, person, path('/events'), { signal: leaving.signal })
  const heard: string[] = []
  const reading = stream.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write: (text) => void heard.push(text) }))
    .catch(() => undefined)
  const stop = async () => {
    leaving.abort()
    await reading
  }
  return { heard: () => heard.join(''), stop }
}

/** Answers an item and says something about it. */
async function answer(page: Page, itemId: string, level: number, text: string) {
  await choose(page, itemId, level)
  await question(page, itemId).locator('summary', { hasText: 'Note and evidence links' }).click()
  await question(page, itemId).getByLabel('Note', { exact: true }).fill(text)
}

async function visitAs(person: Person) {
  const { page } = await site.visit('/', person.signedIn)
  const received = keepBytes(page)
  await open(page, path('/domains/leadership'))
  return { page, received }
}

async function lookAround(page: Page) {
  for (const below of ['', '/review', '/print', '/people', `/items/${items[0] ?? ''}/history`]) {
    await open(page, path(below))
  }
}

describe('an agency and its partner in two browsers at once', () => {
  it('answer the same items, and nothing of one reaches the other', async () => {
    const [adas, bos] = await Promise.all([visitAs(ada), visitAs(bo)])
    const streams = await Promise.all([listenAs(ada), listenAs(bo)])
    for (const [at, itemId] of items.entries()) {
      await Promise.all([
        answer(adas.page, itemId, 4 - at, `${note.ada}, ${at}`),
        answer(bos.page, itemId, 1 + at, `${note.bo}, ${at}`),
      ])
    }
    await Promise.all([untilSaved(adas.page), untilSaved(bos.page)])
    const [toAda = '', toBo = ''] = streams.map(({ heard }) => heard())
    const counted = (heard: string) =>
      [...heard.matchAll(/data: (\d+)/g)].map(([, revision]) => Number(revision))
    // Each hears the revisions of its own side, one by one.
    for (const heard of [toAda, toBo]) {
      expect(counted(heard)).toEqual(counted(heard).map((_, at) => at))
      expect(counted(heard).length).toBeGreaterThanOrEqual(items.length + 1)
    }
    await Promise.all([lookAround(adas.page), lookAround(bos.page)])
    await Promise.all(streams.map(({ stop }) => stop()))
    const [adasBytes, bosBytes] = [await adas.received(), await bos.received()]
    const places = (all: typeof adasBytes, text: string) =>
      all.filter(({ bytes }) => bytes.includes(text)).map(({ url }) => url)
    expect(places(adasBytes, note.ada)).not.toEqual([])
    expect(places(bosBytes, note.bo)).not.toEqual([])
    expect([places(adasBytes, note.bo), places(bosBytes, note.ada)]).toEqual([[], []])
    expect([places(adasBytes, bo.name), places(bosBytes, ada.name)]).toEqual([[], []])
  })

  it('submit: the first waits, recalls and submits again, seeing no more than whether the other has', async () => {
    const { page, received } = await visitAs(bo)
    await open(page, path('/review'))
    await page.getByRole('button', { name: 'Submit for Summerside Behavioral Health' }).click()
    await page.getByRole('heading', { name: 'Summerside Behavioral Health has submitted' }).waitFor()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Recall' }).click()
    await page.getByRole('button', { name: /^Submit for/ }).click()
    await page.getByRole('heading', { name: 'Summerside Behavioral Health has submitted' }).waitFor()
    await open(page, path('/domains/leadership'))
    await page.getByText('Your side has submitted its answers').waitFor()
    expect(await page.getByRole('radio').first().isDisabled()).toBe(true)
    const all = await received()
    expect(all.filter(({ bytes }) => bytes.includes(note.ada))).toEqual([])
  })

  it('submit: with the second, the differences are open to both', async () => {
    const { page } = await visitAs(ada)
    await open(page, path())
    await page.getByText('Not submitted yet').waitFor()
    await expectGoodPage(page)
    await open(page, path('/review'))
    await page.getByRole('button', { name: 'Submit for Winterfield Police Department' }).click()
    await untilPath(page, path('/differences'))
    await page.getByText(`${note.bo}, 0`).first().waitFor({ state: 'attached' })
    const seen = await (await fetchAs(site.app, bo, path('/differences'))).text()
    expect(seen).toContain(note.ada)
  })
})

it('without JavaScript the partner answers, submits and recalls on the same pages', async () => {
  const cy = await newPerson(site.app, 'Cy Falls')
  const di = await newPerson(site.app, 'Di Springs')
  together = await beginTogether(site.app, cy, di)
  const { page } = await site.visit(path('/domains/leadership'), { ...di.signedIn, javaScriptEnabled: false })
  await page.getByText('Only Winterfield Police Department answers this item.').first().waitFor()
  await choose(page, 'leadership.coordinator', 2)
  await page.getByRole('button', { name: 'Save answers' }).first().click()
  await page.waitForURL(({ search }) => search.startsWith('?saved='))
  await page.goto(path('/review'))
  await page.getByRole('button', { name: 'Submit for Summerside Behavioral Health' }).click()
  await page.getByRole('heading', { name: 'Summerside Behavioral Health has submitted' }).waitFor()
  await page.getByRole('button', { name: 'Recall' }).click()
  await page.getByRole('button', { name: /^Submit for/ }).waitFor()
  const agencys = await (await fetchAs(site.app, cy, path('/responses'))).text()
  expect(JSON.parse(agencys)).toEqual({ revision: 0, responses: {} })
})
