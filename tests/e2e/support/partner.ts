import { newAgency, agencyProfile, start } from './agency.ts'
import type { App } from './app.ts'
import { fetchAs, form, type Person } from './people.ts'

/** An agency and its partner. */
export interface Partners {
  agencyId: string
  partnerId: string
  partnershipId: string
}

/** An agency and its partner, and an assessment that both answer. */
export interface Together extends Partners {
  assessmentId: string
}

export const agencyName = 'Winterfield Police Department'
export const partnerName = 'Summerside Behavioral Health'

/** Makes a partner organization with somebody as its coordinator; resolves to its id. */
async function newPartner(app: App, coordinator: Person, name: string): Promise<string> {
  const { state, county, reassessMonths } = agencyProfile
  const sent = form({ kind: 'partner', name, state, county, reassessMonths })
  const answer = await fetchAs(app, coordinator, '/organizations/new', sent)
  const id = /^\/organizations\/([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`${answer.status}: ${await answer.text()}`)
  return id
}

/** Joins two organizations in a partnership, each with one person as its coordinator, without a browser. */
export async function becomePartners(app: App, agencys: Person, partners: Person): Promise<Partners> {
  const agencyId = await newAgency(app, agencys, agencyName)
  const partnerId = await newPartner(app, partners, partnerName)
  const pageOf = (id: string) => `/organizations/${id}/partnerships`
  const proposal = form({ intent: 'propose', organization: partnerId })
  await fetchAs(app, agencys, pageOf(agencyId), proposal)
  const page = await (await fetchAs(app, partners, pageOf(partnerId))).text()
  const partnershipId = /name="partnershipId" value="([\w-]+)"/.exec(page)?.[1]
  if (!partnershipId) throw new Error(`no proposal is there: ${page}`)
  await fetchAs(app, partners, pageOf(partnerId), form({ intent: 'accept', partnershipId }))
  return { agencyId, partnerId, partnershipId }
}

/** Lets two people, each coordinator of one side, begin an assessment together, without a browser. */
export async function beginTogether(app: App, agencys: Person, partners: Person): Promise<Together> {
  const joined = await becomePartners(app, agencys, partners)
  const assessmentId = await start(app, agencys, joined.agencyId, { partner: joined.partnershipId })
  return { ...joined, assessmentId }
}
