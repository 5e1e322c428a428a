import type { Actor } from '#assessments/access.ts'
import { addMonths, dayOf } from '#app/calendar.ts'
import type { RequestContext } from '#app/context.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { formatDate } from '#app/format.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { listPartnerAssessments, type PartnerAssessment } from '#db/queries/partner-assessments.server.ts'
import { listPartnerships, type ListedPartnership } from '#db/queries/partnerships.server.ts'
import { readPartnerWork, type PartnerWork } from './partner-work.server.ts'
import { reassessment } from './reassessment.ts'

/** A partner's home: the agencies that it works with and what is waiting for it, the next due first. */
export async function loadPartnerHome(
  context: RequestContext,
  partner: Organization,
  actor: NonNullable<Actor>,
) {
  const [partnerships, assessments] = await Promise.all([
    listPartnerships(context.database, partner.id),
    listPartnerAssessments(context.database, partner.id),
  ])
  const active = partnerships.flatMap(({ status, other }) => (status === 'active' && other ? [other] : []))
  const past = assessments.map(({ agencyId, agencyName }) => ({ id: agencyId, name: agencyName }))
  const agencies = new Map([...past, ...active].map(({ id, name }) => [id, name]))
  const sections = await Promise.all(
    [...agencies].map(async ([id, name]) => ({
      id,
      name,
      active: active.some((other) => other.id === id),
      ...(await agencySection(
        context,
        assessments.filter(({ agencyId }) => agencyId === id),
        { partner, actor },
      )),
    })),
  )
  return { agencies: sections.sort(nextDueFirst), proposals: waitingProposals(partnerships) }
}

/** Who proposes a partnership and waits for this organization's answer. */
export function waitingProposals(partnerships: readonly ListedPartnership[]): string[] {
  return partnerships.flatMap(({ status, own, other }) =>
    status === 'proposed' && !own && other ? [other.name] : [],
  )
}

export type PartnerHomeData = Awaited<ReturnType<typeof loadPartnerHome>>
export type AgencySection = { id: string; name: string; active: boolean } & Awaited<
  ReturnType<typeof agencySection>
>

interface Reader {
  partner: Organization
  actor: NonNullable<Actor>
}

/** What one agency's assessments want of the partner. */
async function agencySection(
  context: RequestContext,
  assessments: readonly PartnerAssessment[],
  { partner, actor }: Reader,
) {
  const open = assessments.filter(({ stage }) => stage !== 'final')
  const work = await Promise.all(open.map((assessment) => readPartnerWork(context, assessment, actor)))
  const results = assessments.filter(
    (one) => !one.alone && (one.stage === 'final' || one.latestNumber !== null),
  )
  const [latest] = results
  const today = dayOf(context.now(), partner.timeZone)
  return {
    work: work.sort(workOrder),
    results: results.map(({ id, asOf, stage, latestNumber, ...rest }) => ({
      id,
      title: versionOf(context, rest).questionnaire.title,
      asOf: formatDate(asOf),
      to: stage === 'final' ? `/assessments/${id}/results` : `/assessments/${id}/copies/${latestNumber ?? 1}`,
      beingRevised: stage !== 'final',
    })),
    /** When the agency is to assess itself again, by the rounds that the partner was part of. */
    next:
      latest && open.length === 0
        ? {
            due: addMonths(latest.asOf, latest.reassessMonths),
            words: reassessment(latest.asOf, latest.reassessMonths, today).words,
          }
        : null,
  }
}

function workOrder(one: PartnerWork, other: PartnerWork): number {
  return rankOfWork(one) - rankOfWork(other) || compareText(one.due ?? '', other.due ?? '')
}

/** What has a day by which it is due, then whatever else waits for the partner, then what waits for the agency. */
const rankOfWork = ({ due, waitsForUs }: PartnerWork) => (due ? 0 : waitsForUs ? 1 : 2)

function nextDueFirst(one: AgencySection, other: AgencySection): number {
  return (
    rankOf(one) - rankOf(other) ||
    compareText(dueOf(one), dueOf(other)) ||
    one.name.localeCompare(other.name, 'en')
  )
}

function rankOf({ work, next, active }: AgencySection): number {
  const [first] = work
  if (first) return rankOfWork(first)
  if (next) return 3
  return active ? 4 : 5
}

const dueOf = ({ work, next }: AgencySection) => work[0]?.due ?? next?.due ?? ''

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
