import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Side } from '#assessments/access.ts'
import type { Response as Answer } from '#assessments/response.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import * as root from '#app/root.tsx'
import routes from '#app/routes.ts'
import { action as review } from '#app/routes/review/route.tsx'
import { loader as events } from '#app/routes/events/route.ts'
import { assign, setPeople } from '#db/queries/assignments.server.ts'
import { readResponses } from '#db/queries/responses.server.ts'
import { redactText } from '#db/queries/redact-text.server.ts'
import { bothSides, forBoth, type BothSides, type Someone } from '#tests/support/both-sides.ts'
import { goAlone } from '#tests/support/partner-side.ts'
import { contextWith, cookieFor } from '#tests/support/program.ts'

type Params = Record<string, string>
type Loader = (args: unknown) => unknown

const modules = import.meta.glob<{ loader?: Loader }>('/app/routes/*/route.{ts,tsx}')
const base = new Date('2026-11-23T17:00:00Z')
const later = new Date('2026-11-23T19:31:07Z')

/** Everybody who acts for a side; a member of both sees the agency's alone. */
const members: Record<Side, readonly Someone[]> = {
  agency: ['agency coordinator', 'agency contributor', 'agency viewer', 'both'],
  partner: ['partner coordinator', 'partner contributor', 'partner viewer'],
}
const outsiders: readonly Someone[] = ['other agency', 'other partner']
const across: Record<Side, Side> = { agency: 'partner', partner: 'agency' }
const organizationOf = ({ agency, partnerId }: BothSides, side: Side) =>
  side === 'agency' ? agency.agencyId : partnerId

/** Text that only `side` has typed, and can be looked for anywhere. */
const telltale = (side: Side, what = '') => `telltale-of-${side}${what && `-${what}`}`

/** Everything that can be said about an item, with telltales in it; the draft is written over at once. */
async function answerEverything(world: BothSides, side: Side) {
  const evidence = [`https://${telltale(side, 'link')}.example`]
  const answers: Record<string, Answer> = {
    'leadership.workgroup': { notApplicable: telltale(side, 'reason'), evidence },
    'leadership.name': { value: telltale(side, 'value'), note: telltale(side, 'note') },
    'training.basic': { value: side === 'agency' ? 4 : 2, note: telltale(side, 'note') },
  }
  for (const [itemId, answer] of Object.entries(answers)) {
    await world.answer(side, itemId, { note: telltale(side, 'draft') })
    await world.answer(side, itemId, answer, 1)
  }
}

/** What a side does next, later on: answers more, changes and redacts answers, chooses its people. */
async function goOnAnswering(world: BothSides, side: Side) {
  const { program, assessmentId, people } = world
  program.setNow(later)
  await world.answer(side, 'training.refresher', { value: 5, note: telltale(side, 'more') })
  await world.answer(side, 'training.basic', { value: 3 }, 2)
  await world.answer(side, 'leadership.workgroup', { value: 1 }, 2)
  const which = { assessmentId, side, organizationId: organizationOf(world, side) }
  const change = { by: people[`${side} coordinator`], at: later }
  const contributors = [people[`${side} contributor`], people[`${side} coordinator`]]
  await setPeople(program.database, which, { contributors, assignees: new Map() }, change)
  await assign(program.database, { ...which, target: 'training' }, people[`${side} contributor`], change)
  const redaction = {
    ...which,
    itemId: 'leadership.name',
    field: 'note',
    reason: telltale(side, 'why'),
  } as const
  await redactText(program.database, { ...redaction, ...change })
  for (const who of members[side]) await everyResponse(world, who)
  program.setNow(base)
}

/** Every address of the site for somebody, with the parameters that fill it. */
function addresses(world: BothSides): { path: string; file: string; params: Params }[] {
  const { agency, partnerId, partnershipId, assessmentId } = world
  const { domains } = forBoth()
  const choices: Record<string, readonly string[]> = {
    organizationId: [agency.agencyId, partnerId],
    assessmentId: [assessmentId],
    domainId: domains.map(({ id }) => id),
    itemId: itemsOf(forBoth()).map(({ id }) => id),
    number: ['1'],
    slug: ['sample'],
    version: ['1.0.0'],
    partnershipId: [partnershipId],
  }
  return routes.flatMap(({ path = '', file }) => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const fillings = names.reduce<Params[]>(
      (all, name) =>
        all.flatMap((one) => (choices[name] ?? ['x']).map((value) => ({ ...one, [name]: value }))),
      [{}],
    )
    return fillings.map((params) => ({
      path: path.replace(/:(\w+)/g, (_match, name: string) => params[name] ?? name),
      file,
      params,
    }))
  })
}

const cookies = new Map<string, string>()

async function argsFor({ program, people }: BothSides, who: Someone, path: string, params: Params) {
  const cookie = cookies.get(people[who]) ?? (await cookieFor(program, people[who]))
  cookies.set(people[who], cookie)
  const leaving = new AbortController()
  const request = new Request(`http://localhost:3000/${path}`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  return { request, params, context: contextWith(program, cookie), leaving }
}

/** What a loader answers, every byte of it; of a stream, what it begins with. */
async function bytesOf(answering: () => unknown): Promise<string> {
  let answer: unknown
  try {
    answer = await answering()
  } catch (thrown) {
    answer = thrown
  }
  if (!(answer instanceof Response)) return answer === undefined ? '' : JSON.stringify(answer)
  const head = JSON.stringify([answer.status, [...answer.headers]])
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return head + (await answer.text())
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const parts = [await reader?.read(), await reader?.read()].map((part) => part?.value ?? '')
  await reader?.cancel()
  return head + parts.join('')
}

/** By address: what each loader answers to somebody. */
async function everyResponse(world: BothSides, who: Someone): Promise<Record<string, string>> {
  const { orm, tables } = world.program.database
  const found: Record<string, string> = {}
  for (const { path, file, params } of addresses(world)) {
    // That an organization downloads its own records is in its own log each time.
    await orm.delete(tables.activities).where(eq(tables.activities.action, 'records.exported'))
    const { loader } = (await modules[`/app/${file}`]?.()) ?? {}
    if (!loader) continue
    const { leaving, ...args } = await argsFor(world, who, path, params)
    found[path] = withoutOwnDownload(await bytesOf(() => loader(args)))
    leaving.abort()
  }
  const frame = await argsFor(world, who, '', {})
  found['(frame)'] = await bytesOf(() => root.loader(frame))
  return found
}

const withoutOwnDownload = (bytes: string) =>
  bytes
    .replace(/\{\s*"id": "[\w-]+",[^{}]*"action": "records\.exported"[^{}]*\},?\s*/, '')
    .replaceAll(/[,\s]+\]/g, ']')

async function press(world: BothSides, side: Side, intent: string) {
  const revision = (await world.find()).sides[side]?.revision ?? 0
  const fields = { intent, sideRevision: String(revision) }
  await review(await world.send(`${side} coordinator`, '/review', fields))
}

const leaking = (responses: Record<string, string>, text: string) =>
  Object.entries(responses).flatMap(([path, bytes]) => (bytes.includes(text) ? [path] : []))

async function answeredByBoth() {
  cookies.clear()
  const world = await bothSides()
  world.program.setNow(base)
  await answerEverything(world, 'agency')
  await answerEverything(world, 'partner')
  return world
}

const sides = ['agency', 'partner'] as const

describe.each(sides)('while both answer, the people of the %s', (side) => {
  const other = across[side]

  it('get their own answers, so that this test looks where answers are', async () => {
    const world = await answeredByBoth()
    const found = await everyResponse(world, `${side} coordinator`)
    const id = world.assessmentId
    for (const path of [
      `assessments/${id}/domains/leadership`,
      `assessments/${id}/responses`,
      `assessments/${id}/items/leadership.name/history`,
      `assessments/${id}/print`,
      `organizations/${organizationOf(world, side)}/records`,
    ]) {
      expect(leaking(found, telltale(side))).toContain(path)
    }
  })

  it.each(members[side])('get nothing that the other side typed: %s', async (who) => {
    const world = await answeredByBoth()
    await goOnAnswering(world, other)
    expect(leaking(await everyResponse(world, who), telltale(other))).toEqual([])
    await press(world, other, 'submit')
    expect((await world.find()).sides[other]?.submittedAt).not.toBeNull()
    expect(leaking(await everyResponse(world, who), telltale(other))).toEqual([])
  })

  it.each(members[side])('get the same bytes when the other side answers more: %s', async (who) => {
    const world = await answeredByBoth()
    // What one's own visits leave, such as where one is, is there from the first time on.
    await everyResponse(world, who)
    const before = await everyResponse(world, who)
    await goOnAnswering(world, other)
    const after = await everyResponse(world, who)
    for (const [path, bytes] of Object.entries(before)) expect(after[path], path).toBe(bytes)
  })

  it('get the same bytes when the other side recalled and answered more before it submits anew', async () => {
    const world = await answeredByBoth()
    const who = `${side} viewer` as const
    await press(world, other, 'submit')
    await everyResponse(world, who)
    const before = await everyResponse(world, who)
    await press(world, other, 'recall')
    await goOnAnswering(world, other)
    await press(world, other, 'submit')
    const after = await everyResponse(world, who)
    for (const [path, bytes] of Object.entries(before)) expect(after[path], path).toBe(bytes)
  })

  it('hear nothing of it on the stream of events', async () => {
    const world = await answeredByBoth()
    const { leaving, ...args } = await argsFor(world, `${side} viewer`, 'events', {
      assessmentId: world.assessmentId,
    })
    const stream = await events(args)
    const heard: string[] = []
    const reading = stream.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (text) => void heard.push(text) }))
      .catch(() => undefined)
    await goOnAnswering(world, other)
    world.program.live.publish({ assessmentId: world.assessmentId, side: other, revision: 99 })
    await press(world, other, 'submit')
    expect(heard.join('')).toBe('retry: 2000\n\nevent: moved\ndata: 6\n\n')
    world.program.live.publish({ assessmentId: world.assessmentId, side, revision: 7 })
    await expect.poll(() => heard.join('')).toContain('data: 7')
    world.program.live.closeAll()
    leaving.abort()
    await reading
  })
})

it.each(outsiders)('nobody else gets anything of either side, at any time: %s', async (who) => {
  const world = await answeredByBoth()
  const found = async () => leaking(await everyResponse(world, who), 'telltale')
  expect(await found()).toEqual([])
  await press(world, 'agency', 'submit')
  await press(world, 'partner', 'submit')
  expect((await world.find()).stage).toBe('reconciling')
  expect(await found()).toEqual([])
})

it('once both have submitted, what the partner copied and never confirmed says nothing of where it was given', async () => {
  const world = await answeredByBoth()
  const given = { at: base.toISOString(), person: 'pia' }
  const carried = { assessment: telltale('partner', 'elsewhere'), ...given }
  await world.answer('partner', 'training.refresher', { value: 5, carried })
  const before = { note: telltale('partner', 'elsewhere'), notApplicable: telltale('partner', 'elsewhere') }
  const earlier = [{ item: 'training.old', version: '0.9.0', response: before, ...given }]
  const answered = (await readResponses(world.program.database, world.assessmentId, 'partner')).get(
    'leadership.name',
  )
  const revision = answered?.revision ?? 0
  await world.answer('partner', 'leadership.name', { carried: { ...carried, earlier } }, revision)
  await press(world, 'agency', 'submit')
  await press(world, 'partner', 'submit')
  const found = await everyResponse(world, 'agency coordinator')
  expect(leaking(found, telltale('partner', 'note'))).not.toEqual([])
  expect(leaking(found, telltale('partner', 'elsewhere'))).toEqual([])
})

it.each(sides)('once both have submitted, what the %s wrote over stays its own', async (side) => {
  const world = await answeredByBoth()
  await press(world, 'agency', 'submit')
  await press(world, 'partner', 'submit')
  const found = await everyResponse(world, `${side} coordinator`)
  expect(leaking(found, telltale(across[side], 'draft'))).toEqual([])
  expect(leaking(found, telltale(across[side], 'note'))).not.toEqual([])
})

it.each([
  ['released while both answered', false],
  ['released after both had submitted', true],
])('a partner %s gets its own answers and nothing of the agency’s', async (_when, reconciled) => {
  const world = await answeredByBoth()
  for (const side of reconciled ? sides : []) await press(world, side, 'submit')
  await goAlone(world.program.database, world.assessmentId)
  for (const who of members.partner) {
    const found = await everyResponse(world, who)
    expect(leaking(found, telltale('agency'))).toEqual([])
    expect(leaking(found, telltale('partner'))).not.toEqual([])
  }
})
