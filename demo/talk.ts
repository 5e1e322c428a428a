import { takeOrFinalize } from '#app/finalizing/sign.server.ts'
import type { Side } from '#assessments/access.ts'
import { needsNote } from '#assessments/differences.ts'
import {
  openItems,
  type ItemUnderTalk,
  type ProposedResponse,
  type StepContent,
} from '#assessments/reconciliation.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import notes from './partner-notes.json' with { type: 'json' }
import { randomFor, type Random } from './random.ts'
import type { Seeding } from './rounds.ts'

const minute = 60_000

/** An assessment that is being reconciled, and who does it. */
export interface Talk {
  assessmentId: string
  /** By side, the coordinator first. */
  people: Readonly<Record<Side, readonly string[]>>
  /** When the next step is taken; each step moves it. */
  clock: { at: number }
}

/** A step of a talk that was written down; what it refers to is found while it is taken. */
export type Move = { side: Side; who: number; item: string } & (
  | { kind: 'commented'; text: string }
  | { kind: 'proposed'; proposal: ProposedResponse; note: string | null }
  | { kind: 'accepted' }
  | { kind: 'withdrawn' }
)

/** Takes a step as somebody of a side does, and answers its revision. */
export async function step(
  { database, catalog, version }: Seeding,
  { assessmentId, people, clock }: Talk,
  { side, who = 0, ...content }: StepContent & { side: Side; who?: number },
): Promise<number> {
  const own = people[side]
  const personId = own[who % own.length] ?? ''
  clock.at += 4 * minute
  const seen = Number.MAX_SAFE_INTEGER
  const outcome = await takeOrFinalize({ database, catalog }, version, {
    ...{ assessmentId, personId, at: new Date(clock.at) },
    step: { ...content, side, seen },
    stepId: crypto.randomUUID(),
  })
  if (outcome.status !== 'taken')
    throw new Error(`no step of ${assessmentId} was taken: ${JSON.stringify(outcome)}`)
  return outcome.revision
}

/** Settles what is open, but for so many items at the end. */
export async function settle(seeding: Seeding, talk: Talk, leave = 0): Promise<void> {
  const { questionnaire } = seeding.version
  for (;;) {
    const { state } = await readReconciliation(seeding.database, talk.assessmentId, questionnaire)
    const open = openItems(state)
    const [item] = open
    if (!item || open.length <= leave) return
    await settleOne(seeding, talk, item)
  }
}

async function settleOne(seeding: Seeding, talk: Talk, { item: { id }, ...item }: ItemUnderTalk) {
  const random = randomFor('talk', talk.assessmentId, id)
  const side: Side = random.chance(0.5) ? 'agency' : 'partner'
  const other: Side = side === 'agency' ? 'partner' : 'agency'
  const who = random.between(0, 1)
  if (random.chance(0.25)) {
    await step(seeding, talk, {
      kind: 'commented',
      side: other,
      who,
      item: id,
      text: random.pick(notes.comments),
    })
  }
  const refersTo = await step(seeding, talk, {
    kind: 'proposed',
    side,
    who,
    item: id,
    ...proposalFor(item, random),
  })
  await step(seeding, talk, { kind: 'accepted', side: other, item: id, refersTo, note: null })
}

function proposalFor(
  { standings, difference }: Pick<ItemUnderTalk, 'standings' | 'difference'>,
  random: Random,
) {
  const { agency, partner } = standings
  if (agency.kind !== 'level' || partner.kind !== 'level') {
    const known = agency.kind === 'level' ? agency : partner
    const value = known.kind === 'level' ? known.level : 1
    return { proposal: { value }, note: random.pick(notes.short) }
  }
  if (random.chance(0.07))
    return { proposal: { notAgreed: true as const }, note: random.pick(notes.notAgreed) }
  const [low, high] = [Math.min(agency.level, partner.level), Math.max(agency.level, partner.level)]
  if (needsNote(difference)) {
    return { proposal: { value: Math.floor((low + high) / 2) }, note: random.pick(notes.settled) }
  }
  return {
    proposal: { value: random.chance(0.6) ? low : high },
    note: random.chance(0.4) ? random.pick(notes.short) : null,
  }
}

/** Both coordinators sign what is agreed; with the second the assessment is final. */
export async function signBoth(seeding: Seeding, talk: Talk): Promise<void> {
  for (const side of ['agency', 'partner'] as const) {
    const { questionnaire } = seeding.version
    const read = await readReconciliation(seeding.database, talk.assessmentId, questionnaire)
    await step(seeding, talk, { kind: 'signed', side, sha256: read.scorecardSha256 })
    talk.clock.at += 26 * 60 * minute
  }
}
