import { agencyProfile } from './agency.ts'
import type { App } from './app.ts'
import { fetchAs, form, type Person } from './people.ts'

/** Makes a program with somebody as its coordinator, without a browser; resolves to its id. */
export async function newProgram(app: App, coordinator: Person, name: string): Promise<string> {
  const { state, county, reassessMonths } = agencyProfile
  const sent = form({ kind: 'program', name, state, county, reassessMonths })
  const answer = await fetchAs(app, coordinator, '/organizations/new', sent)
  const id = /^\/organizations\/([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`${answer.status}: ${await answer.text()}`)
  return id
}
