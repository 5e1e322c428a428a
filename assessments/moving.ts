import type { Side } from './access.ts'
import { askedIds } from './asked.ts'
import { canonicalJson } from './canonical.ts'
import {
  carryForward,
  earlierAnswers,
  isSilent,
  notesOf,
  type CarriedItem,
  type GivenResponse,
} from './carrying.ts'
import { isComparable } from './change-entries.ts'
import { originsBetween } from './origins.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { EarlierAnswer, Given, Response } from './response.ts'

/** A response as one side's row holds it. */
export interface KeptResponse extends GivenResponse {
  /** The version that the assessment was of when the row was last written. */
  version: string
}

/** One side of an assessment: all its rows, those among them that its version doesn't ask for too. */
export interface MovingSide {
  assessment: string
  side: Side
  /** The version that it is of. */
  version: string
  rows: ReadonlyMap<string, KeptResponse>
}

/** A row that has to be written. */
export interface Rewrite {
  itemId: string
  response: Response
  /** Who gave what it holds, and when; null where it is emptied. */
  given: Given | null
}

/**
 * The rows that have to be written for one side's answers to stand under another version. An answer to the same
 * question stands as it is, under another id too; what was answered to a question that was changed, split or
 * merged is kept beside the new one. Rows that the other version doesn't ask for are left as they are.
 *
 * @param lineage all known versions of the questionnaire, in any order
 */
export function moveForward(
  lineage: readonly Questionnaire[],
  moving: MovingSide,
  to: Questionnaire,
): Rewrite[] {
  const { assessment, side, version, rows } = moving
  const from = lineage.find((known) => known.version === version)
  const current = from ? askedIds(from, side) : new Set<string>()
  const given = { assessment, version, answers: rows }
  const { items, left } = carryForward(lineage, given, to, side)
  const carried = new Map(items.map((item) => [item.itemId, item]))
  return [...askedIds(to, side)].flatMap((id) => {
    const row = rows.get(id)
    const coming = carried.get(id)
    if (coming) return written(id, row, arriving(moving, coming))
    if (!row || isSilent(row.response)) return []
    // What the row holds was said about another question of that id.
    if (current.has(id) && !left.includes(id)) return written(id, row, empty)
    return row.version === to.version ? [] : written(id, row, beside(moving, id, row))
  })
}

export interface MoveBack extends MovingSide {
  /** What the move rewrote, by item id: what was there before; empty where nothing was. */
  before: ReadonlyMap<string, GivenResponse>
  /** Ids of the rows that were written after the move. */
  since: ReadonlySet<string>
}

/**
 * The rows that have to be written to give one side back what it had under the version before. What was answered
 * since goes back by the same rules: it stands where the question is the same; elsewhere it is kept beside the
 * question, and an answer that was there waits to be confirmed.
 */
export function moveBack(lineage: readonly Questionnaire[], back: MoveBack, to: Questionnaire): Rewrite[] {
  const { assessment, side, version, rows, before, since } = back
  const answers = new Map([...rows].filter(([id]) => since.has(id)))
  const { items } = carryForward(lineage, { assessment, version, answers }, to, side)
  const carried = new Map(items.map((item) => [item.itemId, item]))
  const cleared = clearedSince(lineage, back, to)
  const asked = askedIds(to, side)
  const returned = [...asked].flatMap((id) => {
    const [row, coming] = [rows.get(id), carried.get(id)]
    if (coming?.fate === 'stands') return written(id, row, arriving(back, coming))
    if (cleared.has(id)) return written(id, row, empty)
    const earlier = before.get(id) ?? row
    if (!earlier)
      return coming
        ? written(id, row, { response: coming.response, given: coming.response.carried ?? null })
        : []
    if (!coming) return written(id, row, { response: earlier.response, given: earlier })
    return written(id, row, {
      response: withBeside(back, id, earlier, coming.response, to.version),
      given: earlier,
    })
  })
  const others = [...before].filter(([id]) => !asked.has(id) && !since.has(id))
  return [...returned, ...others.flatMap(([id, given]) => written(id, rows.get(id), { ...given, given }))]
}

/** Ids of what asks the same as a question of which the answer was taken back since. */
function clearedSince(
  lineage: readonly Questionnaire[],
  { version, rows, since }: MoveBack,
  to: Questionnaire,
): Set<string> {
  const origins = [...(originsBetween(lineage, version, to.version) ?? [])]
  const isCleared = (id: string) => since.has(id) && isSilent(rows.get(id)?.response ?? {})
  return new Set(
    origins.filter(([, { from, change }]) => isComparable(change) && from.some(isCleared)).map(([id]) => id),
  )
}

const empty: Content = { response: {}, given: null }

type Content = Pick<Rewrite, 'response' | 'given'>

/** Nothing where the row holds just that. */
function written(itemId: string, row: KeptResponse | undefined, { response, given }: Content): Rewrite[] {
  if (canonicalJson(row?.response ?? {}) === canonicalJson(response)) return []
  const giver = given && !isSilent(response) ? { at: given.at, person: given.person } : null
  return [{ itemId, response, given: giver }]
}

function arriving({ rows }: MovingSide, { fate, origin, response }: CarriedItem): Content {
  const [source] = origin.from.flatMap((id) => rows.get(id) ?? [])
  return fate === 'stands' && source
    ? { response: source.response, given: source }
    : { response, given: response.carried ?? null }
}

/** An answer of another time, kept beside the question that has its id now. */
function beside({ assessment }: MovingSide, id: string, row: KeptResponse): Content {
  const { response, at, person } = row
  const carried = { ...(response.carried ?? { assessment, at, person }) }
  const earlier = earlierAnswers(row.version, id, row)
  return { response: { ...notesOf([response]), carried: { ...carried, earlier } }, given: row }
}

/**
 * What was there, with what was answered since beside it: which of them counts has to be said. Notes of both are
 * kept. What was only shown beside the question since is what was there.
 */
function withBeside(
  back: MoveBack,
  id: string,
  earlier: GivenResponse,
  since: Response,
  version: string,
): Response {
  const { response, at, person } = earlier
  if (isSilent(response)) return since
  const own = { ...response, ...notesOf([response, since]) }
  const isOwn = (answer: EarlierAnswer) => answer.item === id && answer.version === version
  const further = (since.carried?.earlier ?? []).filter((answer) => !isOwn(answer))
  if (further.length === 0) return own
  const carried = response.carried ?? { assessment: back.assessment, at, person }
  return { ...own, carried: { ...carried, earlier: [...(carried.earlier ?? []), ...further] } }
}
