import { moveBack, moveForward } from '../../assessments/moving.ts'
import type { Questionnaire } from '../../assessments/questionnaire.ts'
import type { Database } from '../database.server.ts'
import { moveRefusal, type MoveRefusal } from '../move-rules.ts'
import { writeAll } from '../write-all.server.ts'
import { findAssessment, type Assessment } from './assessments.server.ts'
import { latestFrozenCopy } from './frozen-copies.server.ts'
import { addingMove, loggingMove, markingUndone, movingRows, rewriting } from './moving-steps.server.ts'
import { findStoredVersion, storingVersion, type NewVersion } from './questionnaire-versions.server.ts'
import {
  listVersionMoves,
  moveSaveId,
  readPast,
  readSideRows,
  type VersionMove,
} from './version-moves.server.ts'

export interface Moving {
  assessmentId: string
  /** All known versions of the questionnaire. */
  lineage: readonly Questionnaire[]
  by: string
  at: Date
}

export interface MovingTo extends Moving {
  to: NewVersion & { questionnaire: Questionnaire }
  /** What the agency's coordinator saw: if either is another by now, nothing is moved. */
  seen: { version: string; agencyRevision: number }
}

export type MoveOutcome =
  | { status: 'moved'; move: VersionMove }
  /** The agency's own answers or the version are others than those that were seen. */
  | { status: 'stale' }
  | { status: 'refused'; reason: MoveRefusal | 'version-withdrawn' }

export type UndoOutcome =
  | { status: 'undone'; move: VersionMove }
  /** There is no move that could be taken back: none, or something was answered since. */
  | { status: 'stale' }
  | { status: 'refused'; reason: MoveRefusal }

/**
 * Moves an assessment that is being answered to a newer version of its questionnaire, both sides with all their
 * answers, in one step. Whatever the partner does at that moment delays it, and never shows.
 */
export async function moveToVersion(database: Database, moving: MovingTo): Promise<MoveOutcome> {
  const { to, seen, at, by } = moving
  const kept = await findStoredVersion(database, to)
  if (kept?.withdrawnAt) return { status: 'refused', reason: 'version-withdrawn' }
  if (kept && kept.sha256 !== to.sha256) {
    throw new Error(
      `The questionnaire ${to.slug}@${to.version} differs from the one that the database keeps.`,
    )
  }
  return decideAgain<MoveOutcome>(database, moving, async (assessment, moves) => {
    const { agency, partner } = assessment.sides
    if (assessment.version !== seen.version || agency?.revision !== seen.agencyRevision) {
      return { status: 'stale' }
    }
    const move: VersionMove = {
      ...{ assessmentId: assessment.id, number: moves.length + 1 },
      ...{ fromVersion: assessment.version, toVersion: to.version, movedAt: at, movedBy: by },
      ...{ agencyRevision: agency.revision + 1, partnerRevision: partner ? partner.revision + 1 : null },
      ...{ undoneAt: null, undoneBy: null },
    }
    const sides = await readSides(database, assessment, moves)
    const outcome = await writeAll(database, [
      ...movingRows(database, assessment, to.version),
      storingVersion(database, to, at),
      ...sides.flatMap((own) =>
        rewriting(database, moving, own, {
          rewrites: moveForward(moving.lineage, own, to.questionnaire),
          saveId: (itemId) => moveSaveId(move, own.side, itemId),
        }),
      ),
      addingMove(database, move),
      ...loggingMove(database, assessment, moving, {
        action: 'assessment.version-moved',
        subject: to.version,
      }),
    ])
    return outcome.status === 'written' ? { status: 'moved', move } : undefined
  })
}

/**
 * Takes the latest move back, until the agency answered something in the new version. The agency gets exactly
 * what it had; so does the partner, and what it answered since goes along by the same rules as forward.
 */
export async function undoMove(database: Database, moving: Moving): Promise<UndoOutcome> {
  return decideAgain<UndoOutcome>(database, moving, async (assessment, moves) => {
    const move = undoable(assessment, moves)
    const to = move && moving.lineage.find(({ version }) => version === move.fromVersion)
    if (!move || !to) return { status: 'stale' }
    const sides = await Promise.all(
      (await readSides(database, assessment, moves)).map(async (own) => ({
        ...own,
        ...(await readPast(database, move, own)),
      })),
    )
    const outcome = await writeAll(database, [
      ...movingRows(database, assessment, move.fromVersion),
      markingUndone(database, move, moving),
      ...sides.flatMap((own) => {
        const rewrites = moveBack(moving.lineage, own, to)
        return rewriting(database, moving, own, { rewrites, saveId: () => crypto.randomUUID() })
      }),
      ...loggingMove(database, assessment, moving, {
        action: 'assessment.version-move-undone',
        subject: move.fromVersion,
      }),
    ])
    return outcome.status === 'written' ? { status: 'undone', move } : undefined
  })
}

/** The move that an agency can still take back. It depends on the agency's own side and on what both know. */
export function undoable(assessment: Assessment, moves: readonly VersionMove[]): VersionMove | null {
  const move = moves.at(-1)
  const stands = move?.undoneAt === null && move.toVersion === assessment.version
  return stands && assessment.sides.agency?.revision === move.agencyRevision ? move : null
}

/** More often than people at one assessment can come first. */
const mostLooks = 20

/** Reads and decides; anew where somebody moved the assessment or wrote on a side in between. */
async function decideAgain<Outcome>(
  database: Database,
  { assessmentId }: Moving,
  decide: (assessment: Assessment, moves: VersionMove[]) => Promise<Outcome | undefined>,
): Promise<Outcome | { status: 'refused'; reason: MoveRefusal }> {
  for (let looks = 0; looks < mostLooks; looks++) {
    const assessment = await findAssessment(database, assessmentId)
    const copy = await latestFrozenCopy(database, assessmentId)
    const reason = assessment ? moveRefusal(assessment, copy !== undefined) : 'not-answering'
    if (!assessment || reason) return { status: 'refused', reason: reason ?? 'not-answering' }
    const decided = await decide(assessment, await listVersionMoves(database, assessmentId))
    if (decided) return decided
  }
  throw new Error(`The assessment ${assessmentId} kept moving while its version was changed.`)
}

/** The sides that an assessment has, each with all its rows. */
function readSides(database: Database, { id, version, sides }: Assessment, moves: readonly VersionMove[]) {
  return Promise.all(
    Object.values(sides).map(async ({ side }) => ({
      ...{ assessment: id, side, version },
      rows: await readSideRows(database, { assessmentId: id, side, version }, moves),
    })),
  )
}
