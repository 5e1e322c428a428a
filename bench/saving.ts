import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Item } from '#assessments/item.ts'
import type { AnswerValue } from '#assessments/response.ts'
import { openDirectWriter } from './direct-write.ts'
import type { Extent } from './extent.ts'
import type { Installation } from './installation.ts'
import { load, type Load } from './load.ts'
import { spreadOf } from './statistics.ts'
import type { Row } from './table.ts'

const aims: Readonly<Record<number, { rate: string; p95: string }>> = {
  4: { rate: '≥ 500, and ≥ 0.7 of the floor', p95: '≤ 10' },
}

/** Saving responses over HTTP, beside an action of the same server that does nothing, and the bare write. */
export async function measureSaving(installation: Installation, extent: Extent): Promise<Row[]> {
  const rows: Row[] = []
  for (const atOnce of [1, 4, 64]) rows.push(...(await measureAtOnce(installation, extent, atOnce)))
  return rows
}

async function measureAtOnce(installation: Installation, extent: Extent, atOnce: number): Promise<Row[]> {
  const saves: Load[] = []
  const nothings: Load[] = []
  const writes: number[] = []
  for (let run = -1; run < extent.runs; run++) {
    const save = await loadOfSaves(installation, atOnce, extent.seconds)
    const nothing = await loadOfNothing(installation, atOnce, extent.seconds)
    const write = openDirectWriter(installation).writesPerSecond(extent.seconds / 3)
    // The first run only warms up.
    if (run < 0) continue
    saves.push(save)
    nothings.push(nothing)
    writes.push(write)
  }
  const what = `saving a response, ${atOnce} at once`
  const rate = spreadOf(saves.map((one) => one.rate))
  const action = 'an action that does nothing'
  const nothing = { what: action, figure: spreadOf(nothings.map((one) => one.rate)) }
  const direct = { what: 'the same durable write, by hand', figure: spreadOf(writes) }
  const slowest = { what: action, figure: spreadOf(nothings.map((one) => one.p95)) }
  const aim = aims[atOnce]
  return [
    { what, unit: 'a second', figure: rate, floor: nothing, ...(aim && { aim: aim.rate }) },
    { what, unit: 'a second', figure: rate, floor: direct },
    {
      what,
      unit: 'ms, p95',
      figure: spreadOf(saves.map((one) => one.p95)),
      floor: slowest,
      ...(aim && { aim: aim.p95 }),
    },
  ]
}

/** Each sender answers an item of its own again and again, from the revision that it saw last. */
async function loadOfSaves(installation: Installation, atOnce: number, seconds: number): Promise<Load> {
  const { origin, answering, cookie, version } = installation
  const url = `${origin}/assessments/${answering}/responses`
  const items = itemsOf(version.questionnaire)
  const revisions = await currentRevisions(`${url}?since=0`, cookie)
  return load({
    url,
    headers: headersFor(installation),
    atOnce,
    seconds,
    bodyOf: (sender, nth) => {
      const item = items[sender]
      if (!item) throw new Error(`${version.questionnaire.slug} has fewer than ${sender + 1} items`)
      const baseRevision = (revisions[item.id] ?? 0) + nth
      return saveOf(item, version.questionnaire, baseRevision)
    },
  })
}

function loadOfNothing(installation: Installation, atOnce: number, seconds: number): Promise<Load> {
  const { questionnaire } = installation.version
  const [item] = itemsOf(questionnaire)
  const body = item ? saveOf(item, questionnaire, 0) : ''
  const url = `${installation.origin}/bench/nothing`
  return load({ url, headers: headersFor(installation), atOnce, seconds, bodyOf: () => body })
}

function headersFor({ origin, cookie }: Installation) {
  return { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json', Accept: 'application/json' }
}

function saveOf(item: Item, questionnaire: Questionnaire, baseRevision: number): string {
  const response = { value: valueFor(item, questionnaire, baseRevision) }
  return JSON.stringify({
    side: 'agency',
    itemId: item.id,
    response,
    baseRevision,
    saveId: crypto.randomUUID(),
  })
}

function valueFor(item: Item, { levels }: Questionnaire, turn: number): AnswerValue {
  switch (item.kind) {
    case 'level':
      return levels[turn % levels.length]?.value ?? 1
    case 'number':
      return item.minimum + (turn % 10)
    case 'choices':
      return [item.options[turn % item.options.length]?.id ?? '']
    default:
      throw new Error(`the bench has no answer to a ${item.kind} item`)
  }
}

async function currentRevisions(url: string, cookie: string): Promise<Record<string, number>> {
  const answer = await fetch(url, { headers: { Cookie: cookie } })
  const { responses } = (await answer.json()) as { responses: Record<string, { revision: number }> }
  return Object.fromEntries(Object.entries(responses).map(([id, { revision }]) => [id, revision]))
}
