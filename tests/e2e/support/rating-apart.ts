import { expect } from 'vitest'
import type { App } from './app.ts'
import type { Desk } from './desk.ts'
import { choose, question, untilSaved } from './domain-page.ts'
import { open } from './pages.ts'
import { addressOf } from './people.ts'
import type { Received } from './recording.ts'
import { rows } from './rows.ts'
import { clinicAnswers, marksOf } from './whole-job.ts'

/** Answers the items of the domain that is open; one of them with a number, a note and a link. */
async function answerDomain({ page, answers }: Desk, domain: string) {
  for (const [itemId, level] of Object.entries(answers.levels)) {
    if (!itemId.startsWith(`${domain}.`)) continue
    await choose(page, itemId, typeof level === 'number' ? level : 'not-applicable')
    if (typeof level === 'string') {
      await question(page, itemId).getByLabel('Why does it not apply?').fill(level)
    }
  }
  if (domain === 'leadership') {
    await question(page, 'leadership.calls').getByRole('textbox').first().fill(answers.calls)
    const first = question(page, 'leadership.workgroup')
    await first.locator('summary', { hasText: 'Note and evidence links' }).click()
    await first.getByLabel('Note', { exact: true }).fill(answers.note)
    await first.getByLabel('Evidence link 1').fill(answers.link)
  }
  await untilSaved(page)
}

/** All that a side's pages say of an assessment, but for what differs each time that a page is made. */
async function readAll({ page }: Desk, assessment: string): Promise<Record<string, string>> {
  const below = ['', '/domains/leadership', '/review', '/print', '/people', '/differences', '/responses']
  const history = '/items/leadership.workgroup/history'
  const paths = [...below, history].map((path) => `${assessment}${path}`)
  const read = await page.evaluate(
    (all) => Promise.all(all.map(async (path) => [path, await (await fetch(path)).text()] as const)),
    paths,
  )
  return Object.fromEntries(
    read.map(([path, text]) => [path, text.replaceAll(/(nonce=)?"[\w+/=-]{22,}"|[\da-f-]{36}/g, '')]),
  )
}

/** What a computer was sent that has a mark in it, by what was asked for. */
const askedWith = (received: readonly Received[], mark: RegExp | string) =>
  received.filter((one) => one.bytes().search(mark) >= 0).map(({ asked }) => asked)

/** Nothing that was sent to a computer since `from` has anything of the other side's answers or people in it. */
function expectNothingOf(other: Desk, { sent }: Desk, from: number) {
  const received = sent.received().slice(from)
  for (const mark of [marksOf(other.answers), other.name, addressOf(other.name)]) {
    expect(askedWith(received, mark)).toEqual([])
  }
}

/** Each stream of events told the revisions of one's own side, one by one, and of nothing else. */
async function expectOwnRevisions(app: App, { sent, side }: Desk, assessment: string, from: number) {
  const ofAssessment = ({ asked }: Received) => asked.endsWith(`${assessment}/events`)
  const heard = () =>
    sent
      .received()
      .slice(from)
      .filter(ofAssessment)
      .map((one) => [...one.bytes().matchAll(/data: (\d+)/g)].map(([, at]) => Number(at)))
  const query = 'select revision from sides where assessment_id = ? and side = ?'
  const last = () => ({ revision: Math.max(...heard().flat()) })
  await expect.poll(last).toEqual(rows(app, query, assessment.split('/').at(-1), side)[0])
  for (const one of heard()) expect(one).toEqual(one.map((_, at) => (one[0] ?? 0) + at))
  expect(heard().flat().length).toBeGreaterThan(Object.keys(clinicAnswers.levels).length)
}

/** Whatever the other side does, its pages say of an assessment what they said before. */
async function expectUnmoved(one: Desk, other: Desk, assessment: string) {
  const before = await readAll(one, assessment)
  for (const level of [5, 3]) {
    await choose(other.page, 'training.basic', level)
    await untilSaved(other.page)
    const after = await readAll(one, assessment)
    expect(Object.keys(before).filter((path) => before[path] !== after[path])).toEqual([])
  }
}

/**
 * Both answer at once, and every byte that each is sent meanwhile is looked at. Resolves to a look at all that
 * came since, for as long as not both have submitted.
 */
export async function rateApart(app: App, ada: Desk, pia: Desk, assessment: string): Promise<() => void> {
  const pairs = [
    { one: ada, other: pia, from: ada.sent.received().length },
    { one: pia, other: ada, from: pia.sent.received().length },
  ]
  for (const domain of ['leadership', 'training']) {
    await Promise.all(pairs.map(({ one }) => open(one.page, `${assessment}/domains/${domain}`)))
    await Promise.all(pairs.map(({ one }) => answerDomain(one, domain)))
  }
  for (const { one, other } of pairs) await expectUnmoved(one, other, assessment)
  const lookAtAll = () => pairs.forEach(({ one, other, from }) => expectNothingOf(other, one, from))
  lookAtAll()
  for (const { one, from } of pairs) {
    await expectOwnRevisions(app, one, assessment, from)
    // What is one's own is found, so that the other side's would be.
    const own = askedWith(one.sent.received().slice(from), marksOf(one.answers))
    expect(own.length).toBeGreaterThan(4)
  }
  return lookAtAll
}
