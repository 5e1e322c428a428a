import { findItem, type Questionnaire } from '../questionnaire.ts'
import type { Response, Responses } from '../response.ts'
import { reasonNotShared } from '../shared-copy.ts'
import type { Exportable, ExportedAgency } from './exportable.ts'

/** A smaller group of agencies can be recognized. */
export const smallestGroup = 5

/** An agency by what an anonymous file still says of it. */
export type Grouped = Pick<ExportedAgency, 'id' | 'state' | 'sizeBand' | 'type'>

/**
 * The agencies that an anonymous file may hold: those in groups (state × size band × type) of at least five, less what
 * would let one compute the others.
 *
 * Whoever knows the total of all, and that of each state which the file shows, can subtract what the file holds. So in
 * each state that is shown, those left out are none or at least five; where they would be fewer, the state's smallest
 * groups are left out with them. A state with nothing left to show is hidden whole; all that are in hidden states are
 * none or at least five too, or the smallest state is hidden with them. These remainders share no agency, so that
 * nothing which can be computed from them stands for fewer than five. Totals of sizes or types over several states
 * aren't covered: nothing of ours publishes them without suppressing them too.
 */
export function agenciesToShow(agencies: readonly Grouped[]): ReadonlySet<string> {
  const states = groupedBy(agencies, ({ state }) => state ?? '').map(shownOfState)
  const shown = states.filter(({ ids }) => ids.length > 0).sort((a, b) => a.all - b.all)
  const hidden = () => agencies.length - shown.reduce((sum, { all }) => sum + all, 0)
  while (shown.length > 0 && hidden() > 0 && hidden() < smallestGroup) shown.shift()
  return new Set(shown.flatMap(({ ids }) => ids))
}

/** What can be shown of one state's agencies. */
function shownOfState(agencies: readonly Grouped[]) {
  const groups = groupedBy(agencies, ({ sizeBand, type }) => JSON.stringify([sizeBand, type]))
  const shown = groups.filter(({ length }) => length >= smallestGroup).sort((a, b) => a.length - b.length)
  const leftOut = () => agencies.length - shown.reduce((sum, { length }) => sum + length, 0)
  while (shown.length > 0 && leftOut() > 0 && leftOut() < smallestGroup) shown.shift()
  const ids = shown.flatMap((group) => group.map(({ id }) => id))
  return { all: agencies.length, ids }
}

function groupedBy(agencies: readonly Grouped[], keyOf: (agency: Grouped) => string): Grouped[][] {
  const groups = new Map<string, Grouped[]>()
  for (const agency of agencies) {
    const group = groups.get(keyOf(agency))
    if (group) group.push(agency)
    else groups.set(keyOf(agency), [agency])
  }
  return [...groups.values()]
}

/** What an anonymous export says of itself. */
export const anonymousWords = [
  'Anonymous: without names, counties, ORI codes, notes, evidence, reasons, numbers, dates and answers in words.',
  'Ids are made for this export alone, and dates are the first day of their quarter.',
  `Groups of fewer than ${smallestGroup} agencies of one state, size and type are left out, and with them what would let one compute them.`,
  'The partners’ own answers are left out.',
]

/** An assessment without what tells whose it is. `fresh` gives an id that nobody can trace, the same for the same one. */
export function anonymized(exportable: Exportable, fresh: (id: string) => string): Exportable {
  const { agency, shared, questionnaire } = exportable
  const { state, type, sizeBand } = agency
  const { questionnaire: name, engine, coReviewed, scorecard, sharing, responses } = shared
  const choices = (all: Responses) => chosenAlone(all, questionnaire)
  return {
    agency: { id: fresh(agency.id), name: null, state, county: null, type, sizeBand, ori: null },
    copy: 1,
    finalizedAt: `${quarterOf(exportable.finalizedAt)}T00:00:00.000Z`,
    questionnaire,
    scorecardSha256: exportable.scorecardSha256,
    shared: {
      ...{ questionnaire: name, engine, coReviewed, scorecard },
      assessment: fresh(shared.assessment),
      asOf: quarterOf(shared.asOf),
      sharing: { step: sharing.step, notes: false, partner: false },
      responses: responses && {
        agency: choices(responses.agency),
        partner: null,
        agreed: responses.agreed && choices(responses.agreed),
      },
    },
  }
}

/** The first day of a day's quarter. */
function quarterOf(iso: string): string {
  const quarter = Math.floor((Number(iso.slice(5, 7)) - 1) / 3)
  return `${iso.slice(0, 4)}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
}

/** Answers that were chosen. What was typed could name somebody, and a number of officers is as good as a name. */
function chosenAlone(responses: Responses, questionnaire: Questionnaire): Responses {
  const kept = Object.entries(responses).flatMap(([id, { value, notApplicable, dontKnow }]) => {
    const kind = findItem(questionnaire, id)?.kind
    if (kind === undefined || ['number', 'text', 'date'].includes(kind)) return []
    const response: Response = {
      ...(value !== undefined && { value }),
      ...(notApplicable !== undefined && { notApplicable: reasonNotShared }),
      ...(dontKnow && { dontKnow }),
    }
    return Object.keys(response).length > 0 ? [[id, response] as const] : []
  })
  return Object.fromEntries(kept)
}
