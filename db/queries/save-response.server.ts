import { and, eq } from 'drizzle-orm'
import type { Side } from '../../assessments/access.ts'
import { savedOver } from '../../assessments/carried.ts'
import type { Response } from '../../assessments/response.ts'
import type { Database } from '../database.server.ts'
import { isUniqueViolation } from '../errors.server.ts'
import { toColumns } from '../response-row.ts'
import { lockOf } from '../side-lock.ts'
import { prepared, type Given } from '../prepared.server.ts'
import type { LockReason } from '../words.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { addToHistory, moveSide, writeResponse, type Key } from './saving-statements.server.ts'
import { toStored, type StoredResponse } from './responses.server.ts'

export interface Save {
  assessmentId: string
  side: Side
  itemId: string
  /** The version of the questionnaire that the response was given under; where it is left out, the present one. */
  version?: string | undefined
  response: Response
  /** The revision of the response that the person saw when they changed it; 0 where there was none. */
  baseRevision: number
  /** Made by the browser for this change, and the same each time that it is sent again. */
  saveId: string
  personId: string
  at: Date
}

export type SaveOutcome =
  | { status: 'saved'; revision: number; sideRevision: number }
  /** This very save was applied before; nothing was written now. */
  | { status: 'repeated'; revision: number; sideRevision: number }
  /** Another save came first; nothing was written. `current` is null where there is no response. */
  | { status: 'conflict'; current: StoredResponse | null }
  /** The assessment is of another version by now, where the question may be another; nothing was written. */
  | { status: 'moved'; version: string }
  /** The side can't be answered, and why; nothing was written. */
  | { status: 'locked'; reason: LockReason }

/**
 * Saves a response, durably before it resolves. Of two saves from the same revision exactly one is saved.
 * Throws if the save id was used for another item.
 */
export async function saveResponse(database: Database, save: Save): Promise<SaveOutcome> {
  // A second look decides what a write met that came in between; a third is for what came between those.
  for (let looks = 0; looks < 10; looks++) {
    const found = await lookUp(database, save)
    const known = decide(found, save)
    if (known) return known
    const saved = found && (await write(database, save, found))
    if (saved) return saved
  }
  throw new Error(`The response to ${save.itemId} could not be saved: it kept changing meanwhile.`)
}

/** The revision that a save of an item made, if it was applied. */
export async function findSave(
  { orm, tables: { responseHistory: history } }: Database,
  { assessmentId, side, itemId, saveId }: Pick<Save, 'assessmentId' | 'side' | 'itemId' | 'saveId'>,
): Promise<{ revision: number } | undefined> {
  const [row] = await orm
    .select({ revision: history.revision })
    .from(history)
    .where(
      and(
        eq(history.saveId, saveId),
        eq(history.assessmentId, assessmentId),
        eq(history.side, side),
        eq(history.itemId, itemId),
      ),
    )
  return row
}

type Found = Awaited<ReturnType<typeof lookUp>>

/** All that decides about a save, in one query; undefined where there is no such side. */
async function lookUp(database: Database, { assessmentId, side, itemId, saveId }: Save) {
  const [row] = await rowOfSave.execute(database, { assessmentId, side, itemId, saveId })
  if (!row) return undefined
  const { response, name, ...rest } = row
  return { ...rest, current: response && name !== null ? toStored(response, name) : null }
}

const rowOfSave = prepared((orm, tables, given: Given<Key & { saveId: string }>) => {
  const { sides, assessments, partnerships, responses, people, responseHistory } = tables
  return orm
    .select({
      stage: assessments.stage,
      version: assessments.version,
      aloneSince: assessments.aloneSince,
      partnership: partnerships.status,
      submittedAt: sides.submittedAt,
      sideRevision: sides.revision,
      moves: sides.moves,
      response: responses,
      name: people.name,
      applied: responseHistory,
    })
    .from(sides)
    .innerJoin(assessments, eq(assessments.id, sides.assessmentId))
    .leftJoin(partnerships, eq(partnerships.id, assessments.partnershipId))
    .leftJoin(
      responses,
      and(
        eq(responses.assessmentId, sides.assessmentId),
        eq(responses.side, sides.side),
        eq(responses.itemId, given('itemId', responses.itemId)),
      ),
    )
    .leftJoin(people, eq(people.id, responses.updatedBy))
    .leftJoin(responseHistory, eq(responseHistory.saveId, given('saveId', responseHistory.saveId)))
    .where(
      and(
        eq(sides.assessmentId, given('assessmentId', sides.assessmentId)),
        eq(sides.side, given('side', sides.side)),
      ),
    )
})

/** What is to be answered without writing, if anything. */
function decide(found: Found, save: Save): SaveOutcome | undefined {
  if (!found) return { status: 'locked', reason: 'no-side' }
  const { applied, current, sideRevision } = found
  if (applied) {
    if (!isSameItem(applied, save)) throw new Error(`The save id ${save.saveId} was used for another item.`)
    return { status: 'repeated', revision: applied.revision, sideRevision }
  }
  if (save.version !== undefined && save.version !== found.version) {
    return { status: 'moved', version: found.version }
  }
  const reason = lockOf(save.side, { ...found, alone: found.aloneSince !== null })
  if (reason) return { status: 'locked', reason }
  if ((current?.revision ?? 0) !== save.baseRevision) return { status: 'conflict', current }
  return undefined
}

function isSameItem(one: Pick<Save, 'assessmentId' | 'side' | 'itemId'>, other: Save) {
  return one.assessmentId === other.assessmentId && one.side === other.side && one.itemId === other.itemId
}

/** Answers undefined, having written nothing, if somebody else's write came in between. */
async function write(
  database: Database,
  save: Save,
  { current, moves }: NonNullable<Found>,
): Promise<SaveOutcome | undefined> {
  try {
    const before = current?.response ?? null
    const response = savedOver(save.response, before)
    const outcome = await writeAll(database, savingSteps(database, { ...save, response }, before, moves))
    if (outcome.status === 'refused') return undefined
    const [[moved]] = outcome.results
    const revision = save.baseRevision + 1
    return moved && { status: 'saved', revision, sideRevision: moved.revision }
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

/**
 * Steps of `writeAll` that save a response, if its side is open, nobody else came first, and the assessment was
 * moved to other versions as often as the side's row said when it was read.
 */
export function savingSteps(database: Database, save: Save, before: Response | null, moves: number) {
  const { assessmentId, side, itemId, response, saveId, personId, at, baseRevision } = save
  const key = { assessmentId, side, itemId }
  const who = { revision: baseRevision + 1, personId, at }
  return [
    guarded(moveSide.step(database, { ...key, moves })),
    guarded(writeResponse.step(database, { ...key, ...who, ...toColumns(response), baseRevision })),
    addToHistory.step(database, { ...key, ...who, saveId, before, after: response }),
  ] as const
}
