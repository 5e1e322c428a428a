import type { Item, LevelItem } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import type { DemoAgency } from './agencies.ts'
import notes from './notes.json' with { type: 'json' }
import { randomFor, type Random } from './random.ts'

const notesOfItems: Readonly<Record<string, { low: string; mid: string; high: string } | undefined>> = notes

const notStarted = [
  'Not started. On the workgroup’s list for next year.',
  'Nothing in place yet.',
  'We had not thought of this before the question.',
  'No one has had time for it so far.',
]

const reasons: Readonly<Record<string, string>> = {
  'policies.transport':
    'A contracted ambulance service makes all of these transports; our officers make none.',
  'services.case-management':
    'Fewer than three people met us again in the past year, so a program would serve no one.',
  'training.teams-without-police': 'No team without police takes calls in our area.',
}

/** Items that go on under another id are answered as before. */
const renamed: Readonly<Record<string, string>> = {
  'policies.handoff-to-care': 'policies.custodial-transfer',
  'review.call-times': 'data.call-times',
}
const firstNameOf = (id: string) => renamed[id] ?? id

/** What an agency answered to each item in one round; an item that it left open is not there. */
export function responsesOf(
  agency: DemoAgency,
  round: number,
  questionnaire: Questionnaire,
): Map<string, Response> {
  const answered = questionnaire.domains.flatMap((domain, place) =>
    domain.items.flatMap((item): [string, Response][] => {
      const random = randomFor(agency.name, round, firstNameOf(item.id))
      const response =
        item.kind === 'level'
          ? levelResponse(agency, round, place, item, random)
          : contextResponse(agency, round, item)
      return response ? [[item.id, response]] : []
    }),
  )
  return new Map(answered)
}

function levelResponse(
  agency: DemoAgency,
  round: number,
  place: number,
  item: LevelItem,
  random: Random,
): Response | null {
  const always = randomFor(agency.name, firstNameOf(item.id))
  if (item.notApplicable && agency.officers < 10) {
    return { notApplicable: reasons[item.id] ?? 'There are no such calls in our area.' }
  }
  // What was open in one round has mostly been answered by the next.
  if (item.mustHave === undefined && random.chance((agency.open ?? 1) / 100)) {
    return random.chance(0.5) ? { dontKnow: true, note: 'To be asked at the next workgroup meeting.' } : null
  }
  const value = levelOf(agency, round, place, item, always, random)
  return { value, ...noteFor(item, value, random), ...evidenceFor(agency, round, item, value, random) }
}

function levelOf(
  { courses, setback, heldBack }: DemoAgency,
  round: number,
  place: number,
  item: LevelItem,
  always: Random,
  random: Random,
): number {
  const [start, growth] = courses[place] ?? [0.4, 0.08]
  const back = setback && setback.domain === place && round >= setback.round ? setback.by : 0
  const essential = item.mustHave === undefined ? 0 : 0.12
  const far = start + growth * round - back + essential + always.around(0.3) + random.around(0.13)
  const level = 1 + Math.round(4 * Math.min(1, Math.max(0, far)))
  return heldBack?.includes(item.id) ? Math.min(2, level) : level
}

function noteFor({ id }: Item, value: number, random: Random): { note?: string } {
  if (!random.chance(0.45)) return {}
  if (value === 1) return random.chance(0.5) ? { note: random.pick(notStarted) } : {}
  const own = notesOfItems[id]
  const note = own && (value === 2 ? own.low : value === 3 ? own.mid : own.high)
  return note === undefined ? {} : { note }
}

/** Links to invented files, named for the questionnaire's own examples of evidence. */
function evidenceFor(
  { host, rounds }: DemoAgency,
  round: number,
  { evidence }: Item,
  value: number,
  random: Random,
): { evidence?: string[] } {
  if (value < 3 || evidence.length === 0 || !random.chance(value === 3 ? 0.25 : 0.5)) return {}
  const year = rounds[round]?.slice(0, 4) ?? '2026'
  const document = random
    .pick(evidence)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return { evidence: [`https://${host}/collaboration/${year}/${document}.pdf`] }
}

/** Plain facts about the agency; an item that this doesn't know stays open. */
function contextResponse(agency: DemoAgency, round: number, item: Item): Response | null {
  const growing = 1 + 0.012 * round
  switch (item.id) {
    case 'leadership.sworn-officers':
      return { value: Math.round(agency.officers * growing) }
    case 'leadership.coordinator-hours':
      return { value: Math.min(40, 4 + 6 * round + Math.round(agency.officers / 25)) }
    case 'training.specialist-share':
      return {
        value: Math.min(60, Math.round(80 * (agency.courses[2][0] * 0.5 + agency.courses[2][1] * round)) / 2),
      }
    case 'services.population-served':
      return { value: Math.round((agency.population * growing) / 10) * 10 }
    case 'services.response-models': {
      const models = Object.entries(agency.models).flatMap(([model, since]) =>
        since <= round ? [model] : [],
      )
      return models.length > 0 ? { value: models } : null
    }
    default:
      return null
  }
}
