import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { takeOrFinalize } from '#app/finalizing/sign.server.ts'
import type { Side } from '#assessments/access.ts'
import { loadCatalog } from '#assessments/catalog.server.ts'
import { itemsOf, levelItemsOf } from '#assessments/questionnaire.ts'
import type { Database } from '#db/database.server.ts'
import { startAssessment } from '#db/queries/assessments.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { submitSide } from '#db/queries/submit-side.server.ts'

const slug = 'sixty-differences'
const count = 60

/** Writes a questionnaire like the one at hand, with sixty items that both sides rate, into a folder of its own. */
export function addQuestionnaire(folder: string, file: string): void {
  const { resources, sources, ...known } = JSON.parse(readFileSync(file, 'utf8')) as Authored
  let left = count
  const domains = known.domains.map((domain) => {
    const items = domain.items.filter(({ kind }) => kind === 'level').slice(0, left)
    left -= items.length
    return { ...domain, items: items.map((item) => ({ ...item, shownWhen: undefined, answeredBy: 'both' })) }
  })
  mkdirSync(join(folder, slug), { recursive: true })
  const written = { ...known, ...{ resources, sources }, slug, domains }
  writeFileSync(join(folder, slug, '1.0.0.json'), JSON.stringify(written))
}

interface Authored {
  resources: unknown
  sources: unknown
  domains: { items: { kind: string; shownWhen?: unknown }[] }[]
}

/** Who settles: the ids of both organizations' coordinators, and of their partnership. */
export interface Settling {
  agencyId: string
  partnershipId: string
  people: Record<Side, string>
}

/** An assessment that differs in sixty items, each with a comment and a proposal; answers its id. */
export async function addSixtyDifferences(
  database: Database,
  folders: readonly string[],
  { agencyId, partnershipId, people }: Settling,
): Promise<string> {
  const catalog = await loadCatalog({ folders: [...folders] })
  const version = catalog.newest(slug)
  if (!version) throw new Error('The questionnaire with sixty items is not there.')
  const at = new Date('2026-11-20T15:00:00Z')
  const by = people.agency
  const given = {
    agencyId,
    slug,
    version: version.version,
    asOf: '2026-11-20',
    startedBy: by,
    contributors: [],
  }
  const started = await startAssessment(database, { ...given, partnershipId }, version, at)
  if (started.status !== 'started') throw new Error(started.status)
  const assessmentId = started.id
  const items = levelItemsOf(itemsOf(version.questionnaire)).map(({ id }) => id)
  if (items.length !== count) throw new Error(`There are ${items.length} items, and not ${count}.`)
  for (const side of ['agency', 'partner'] as const) {
    for (const [place, itemId] of items.entries()) {
      const value = side === 'agency' ? 1 + (place % 3) : 3 + (place % 3)
      const response = { value, note: `What the ${side} has to say about it, in a sentence or two.` }
      const save = { assessmentId, side, itemId, response, baseRevision: 0, personId: people[side], at }
      await saveResponse(database, { ...save, saveId: crypto.randomUUID() })
    }
    await submitSide(database, { assessmentId, side, sideRevision: items.length, by: people[side], at })
  }
  for (const item of items) {
    for (const step of [
      { kind: 'commented', side: 'partner', item, text: 'What did you look at for this one?' },
      { kind: 'proposed', side: 'agency', item, proposal: { value: 3 }, note: 'The middle, as we see it.' },
    ] as const) {
      const take = { assessmentId, personId: people[step.side], stepId: crypto.randomUUID(), at }
      const outcome = await takeOrFinalize({ database, catalog }, version, {
        ...take,
        step: { ...step, seen: Number.MAX_SAFE_INTEGER },
      })
      if (outcome.status !== 'taken') throw new Error(`A step was not taken: ${JSON.stringify(outcome)}`)
    }
  }
  return assessmentId
}
