import type { BothSides } from '#assessments/differences.ts'
import type { LevelItem } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { AttemptedStep, StepRefusal } from '#assessments/reconciliation-rules.ts'
import type { Step } from '#assessments/reconciliation.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { naiveIsShown } from './naive-scoring.ts'

/*
 * The Rules of co-review written once more in the plainest way, sharing no code with assessments/: nothing is
 * folded, each question looks through all steps from the end.
 */

type Side = 'agency' | 'partner'

function uncarried(responses: Responses): Responses {
  const left: Record<string, Response> = {}
  for (const [id, response] of Object.entries(responses)) {
    if (!response.carried) left[id] = response
    else if (response.note !== undefined) left[id] = { note: response.note }
  }
  return left
}

/** What a side says: a level, or `na`, `nothing`, `hidden`. */
export function naiveStanding(sample: Questionnaire, responses: Responses, item: LevelItem): number | string {
  const given = uncarried(responses)
  if (!naiveIsShown(sample, given, item)) return 'hidden'
  const response = given[item.id]
  if (response?.notApplicable !== undefined) return 'na'
  if (response?.dontKnow || response?.value === undefined) return 'nothing'
  return Number(response.value)
}

export interface NaiveItem {
  agency: number | string
  partner: number | string
  /** Whether the two can talk about it at all. */
  both: boolean
  same: boolean
  /** How many levels of the scale lie between them, where both gave one. */
  apart: number
  agreed: { response: Response; how: string } | null
  proposal: Extract<Step, { kind: 'proposed' }> | null
}

export function naiveItem(
  sample: Questionnaire,
  sides: BothSides,
  steps: readonly Step[],
  item: LevelItem,
): NaiveItem {
  const agency = naiveStanding(sample, sides.agency, item)
  const partner = naiveStanding(sample, sides.partner, item)
  const quiet = (standing: number | string) => standing === 'nothing' || standing === 'hidden'
  const leftOut = item.answeredBy === 'partner-optional' && quiet(partner)
  const both = item.answeredBy !== 'agency' && !leftOut
  const same = agency === partner || (quiet(agency) && quiet(partner))
  const place = (level: number | string) => sample.levels.findIndex(({ value }) => value === level)
  const levels = typeof agency === 'number' && typeof partner === 'number'
  const apart = levels ? Math.abs(place(agency) - place(partner)) : 0
  const about = steps.filter((step) => 'item' in step && step.item === item.id)
  const moves = about.filter(({ kind }) => kind !== 'commented')
  const last = moves.at(-1)
  const proposal = last?.kind === 'proposed' ? last : null
  return {
    ...{ agency, partner, both, same, apart, proposal },
    agreed: naiveAgreed(sides, item, { agency, partner, both, same }, moves),
  }
}

function naiveAgreed(
  sides: BothSides,
  { id }: LevelItem,
  { agency, partner, both, same }: Pick<NaiveItem, 'agency' | 'partner' | 'both' | 'same'>,
  moves: readonly Step[],
): NaiveItem['agreed'] {
  const own = uncarried(sides.agency)[id] ?? {}
  if (!both) return { response: own, how: 'agency-only' }
  for (let i = moves.length - 1; i >= 0; i--) {
    const accepted = moves[i]
    if (accepted?.kind !== 'accepted') continue
    const proposed = moves.find((step) => step.revision === accepted.refersTo)
    if (proposed?.kind !== 'proposed') throw new Error('something else was accepted')
    const notes = [proposed.note, accepted.note].filter((note) => note !== null).join('\n\n')
    const response: Response = {}
    if (proposed.note !== null || accepted.note !== null) response.note = notes
    if ('value' in proposed.proposal) response.value = proposed.proposal.value
    if ('notApplicable' in proposed.proposal) response.notApplicable = proposed.proposal.notApplicable
    if (!('notAgreed' in proposed.proposal)) return { response, how: 'settled' }
    const levels = [agency, partner].filter((standing) => typeof standing === 'number').sort((a, b) => a - b)
    if (levels[0] !== undefined) response.value = levels[0]
    return { response, how: 'not-agreed' }
  }
  if (!same) return null
  if (typeof agency === 'number') return { response: { value: agency }, how: 'same' }
  if (agency !== 'na') return { response: {}, how: 'same' }
  return { response: { notApplicable: own.notApplicable ?? '' }, how: 'same' }
}

/** Every response that stands: what was agreed on levels, and the agency's answers to all else. */
export function naiveAgreedResponses(
  sample: Questionnaire,
  sides: BothSides,
  steps: readonly Step[],
): Responses {
  const agreed: Record<string, Response> = {}
  for (const domain of sample.domains) {
    for (const item of domain.items) {
      const response =
        item.kind === 'level'
          ? naiveItem(sample, sides, steps, item).agreed?.response
          : uncarried(sides.agency)[item.id]
      if (response && Object.keys(response).length > 0) agreed[item.id] = response
    }
  }
  return agreed
}

/** Ids of what is still to be settled before anybody can sign. */
export function naiveOpen(sample: Questionnaire, sides: BothSides, steps: readonly Step[]): string[] {
  const agreed = naiveAgreedResponses(sample, sides, steps)
  const open: string[] = []
  for (const domain of sample.domains) {
    for (const item of domain.items) {
      if (item.kind !== 'level' || !naiveIsShown(sample, agreed, item)) continue
      const under = naiveItem(sample, sides, steps, item)
      if (!under.agreed || under.proposal) open.push(item.id)
    }
  }
  return open
}

/** Whether a side's signature stands: nothing was accepted and nothing reopened since. */
export function naiveSigned(steps: readonly Step[], side: Side): boolean {
  for (const step of steps.toReversed()) {
    if (step.kind === 'accepted' || step.kind === 'reopened') return false
    if (step.kind === 'signed' && step.side === side) return true
  }
  return false
}

/** Every reason for which a step may not be taken; none where it may. */
export function naiveRefusals(
  sample: Questionnaire,
  sides: BothSides,
  steps: readonly Step[],
  step: AttemptedStep,
  sha256: string,
): StepRefusal[] {
  if (step.kind === 'reopened') return []
  if (step.kind === 'signed') {
    return [
      ...(naiveSigned(steps, step.side) ? ['signed-already' as const] : []),
      ...(naiveOpen(sample, sides, steps).length > 0 ? ['differences-open' as const] : []),
      ...(step.sha256 === sha256 ? [] : ['other-scorecard' as const]),
    ]
  }
  const item = sample.domains.flatMap(({ items }) => items).find(({ id }) => id === step.item)
  if (item?.kind !== 'level') return ['unknown-item']
  const under = naiveItem(sample, sides, steps, item)
  if (!under.both) return ['unknown-item']
  if (step.kind === 'commented') return []
  const hidden = !naiveIsShown(sample, naiveAgreedResponses(sample, sides, steps), item)
  const since = (revision: number) =>
    steps.some(
      (later) =>
        'item' in later && later.item === item.id && later.kind !== 'commented' && later.revision > revision,
    )
  const refusals: StepRefusal[] = []
  if (step.kind === 'proposed') {
    if (hidden) refusals.push('hidden-item')
    if (since(step.seen)) refusals.push('moved-on')
    if ('value' in step.proposal && !(String(step.proposal.value) in item.anchors))
      refusals.push('value-not-offered')
    if ('notApplicable' in step.proposal && !item.notApplicable) refusals.push('value-not-offered')
    return refusals
  }
  const waits = under.proposal?.revision === step.refersTo
  if (!waits) return [under.proposal || since(step.refersTo) ? 'moved-on' : 'nothing-proposed']
  const own = under.proposal?.side === step.side
  if (step.kind === 'withdrawn') return own ? [] : ['not-own-proposal']
  if (own) refusals.push('own-proposal')
  if (hidden) refusals.push('hidden-item')
  const blank = (note: string | null | undefined) => !note?.trim()
  if (under.apart >= 2 && blank(under.proposal?.note) && blank(step.note)) refusals.push('note-missing')
  return refusals
}
