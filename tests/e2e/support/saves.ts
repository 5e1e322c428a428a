import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { App } from './app.ts'
import { fetchAs, type Person } from './people.ts'

const questionnaireSchema = z.object({
  domains: z.array(
    z.object({ id: z.string(), items: z.array(z.object({ id: z.string(), kind: z.string() })) }),
  ),
})

/** The domains of the newest version of the questionnaire that comes with the program, with the kinds of their items. */
export const { domains } = questionnaireSchema.parse(
  JSON.parse(
    readFileSync(
      new URL('../../../assessments/questionnaires/pmhc-self-assessment/1.1.0.json', import.meta.url),
      'utf8',
    ),
  ),
)

/** The scored items of a domain, in order. */
export function levelItems(domainId: string): string[] {
  const items = domains.find(({ id }) => id === domainId)?.items ?? []
  return items.filter(({ kind }) => kind === 'level').map(({ id }) => id)
}

const replySchema = z.looseObject({ status: z.string() })

/** Sends one save to the address that the page itself saves at; `more` overrides any part of it. */
export async function save(
  app: App,
  person: Person,
  assessmentId: string,
  itemId: string,
  response: unknown,
  more: Record<string, unknown> = {},
) {
  const body = { side: 'agency', itemId, response, baseRevision: 0, saveId: randomUUID(), ...more }
  const answer = await fetchAs(app, person, `/assessments/${assessmentId}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  const read = replySchema.safeParse(text.startsWith('{') ? JSON.parse(text) : null)
  return { http: answer.status, text, reply: read.data ?? { status: 'none' } }
}

/** Answers every scored item of these domains with a level, as the page would. */
export async function answerAll(
  app: App,
  person: Person,
  assessmentId: string,
  levels: Readonly<Record<string, number>>,
) {
  for (const [domainId, value] of Object.entries(levels)) {
    for (const itemId of levelItems(domainId)) {
      const { http, text } = await save(app, person, assessmentId, itemId, { value })
      if (http !== 200) throw new Error(`${itemId} was not saved: ${http} ${text}`)
    }
  }
}
