import { eq } from 'drizzle-orm'
import type { Side } from '#assessments/access.ts'
import type { AloneReason } from '#assessments/alone-reason.ts'
import type { StepContent } from '#assessments/reconciliation.ts'
import type { Response } from '#assessments/response.ts'
import { takeOrFinalize } from '#app/finalizing/sign.server.ts'
import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import type { Database } from '#db/database.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import { goAlone } from '#db/queries/go-alone.server.ts'
import { readReconciliation } from '#db/queries/reconciliation.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import { saveResponse } from '#db/queries/save-response.server.ts'
import { recallSide, submitSide } from '#db/queries/submit-side.server.ts'
import { reconciling, type Reconciling } from './reconciling.ts'
import { sample } from './talked-of.ts'

/** Something that somebody tries to do to an assessment that two sides rate. */
export type Deed =
  /** `behind`: from how many revisions ago the person saw the item. */
  | { kind: 'save'; side: Side; item: string; response: Response; behind: number; saveId: string }
  /** `behind`: how many saves of the side came after the review page was loaded. */
  | { kind: 'submit'; side: Side; behind: number }
  | { kind: 'recall'; side: Side }
  /** `seen`: the revision at which the item last moved, as the person saw it. */
  | { kind: 'step'; side: Side; content: StepContent; seen: number; stepId: string }
  | { kind: 'submit-alone' }
  | { kind: 'go-alone'; reason: AloneReason }
  | { kind: 'end-partnership' }
  | { kind: 'reopen'; reason: string }

/** An assessment whose sides start empty, with what each deed does to the real database. */
export interface World {
  /** Its people, and what a loader or action gets when one of them asks. */
  talk: Reconciling
  assessmentId: string
  /** As it is now, read anew, over the first connection. */
  assessment: () => ReturnType<typeof found>
  reconciliation: () => ReturnType<typeof readReconciliation>
  people: Record<Side, string>
  partnershipId: string
  now: () => Date
  /** Moves the clock. */
  wait: (minutes: number) => void
  /** Does it as that side's coordinator, and answers what the query answers. */
  do: (deed: Deed, over?: Database) => Promise<{ status: string; reason?: string }>
}

/** Makes an agency and a partner at an assessment that is being answered. */
export async function coReviewWorld(database: Database): Promise<World> {
  const none = { agency: {}, partner: {} }
  const talk = await reconciling({ database, questionnaire: sample, sides: none, submitted: [] })
  const { program, assessmentId, agencyId } = talk
  const people = { agency: talk.people['agency coordinator'], partner: talk.people['partner coordinator'] }
  const { partnershipId } = await found(database, assessmentId)
  const version = program.catalog.find(sample.slug, sample.version)
  if (!version || !partnershipId) throw new Error('something of the world is missing')
  const at = () => program.now()
  const act = async (deed: Deed, over: Database) => {
    switch (deed.kind) {
      case 'save':
        return saveResponse(over, await saving(over, assessmentId, deed, people[deed.side], at()))
      case 'submit': {
        const { sides } = await found(over, assessmentId)
        const sideRevision = (sides[deed.side]?.revision ?? 0) - deed.behind
        return submitSide(over, {
          assessmentId,
          side: deed.side,
          sideRevision,
          by: people[deed.side],
          at: at(),
        })
      }
      case 'recall':
        return recallSide(over, { assessmentId, side: deed.side, by: people[deed.side], at: at() })
      case 'step': {
        const { content, side, seen, stepId } = deed
        const step = { ...content, side, seen }
        const who = { personId: people[side], at: at() }
        return takeOrFinalize({ ...program, database: over }, version, { assessmentId, step, stepId, ...who })
      }
      case 'submit-alone': {
        const assessment = await found(over, assessmentId)
        const submission = { assessment, version, by: people.agency, at: at() }
        return submitAlone({ ...program, database: over }, submission)
      }
      case 'go-alone': {
        const assessment = await found(over, assessmentId)
        return goAlone(over, { assessment, reason: deed.reason, by: people.agency, at: at() })
      }
      case 'end-partnership':
        return endPartnership(over, { partnershipId, organizationId: agencyId, by: people.agency, at: at() })
      case 'reopen':
        return reopen(over, { assessmentId, agencyId, reason: deed.reason, by: people.agency, at: at() })
    }
  }
  return {
    ...{ talk, assessmentId, people, partnershipId },
    assessment: () => found(database, assessmentId),
    reconciliation: () => readReconciliation(database, assessmentId, sample),
    now: at,
    wait: (minutes) => program.setNow(new Date(at().getTime() + minutes * 60_000)),
    do: async (deed, over = database) => {
      const outcome = await act(deed, over)
      return typeof outcome === 'string' ? { status: outcome } : outcome
    },
  }
}

async function found(database: Database, assessmentId: string) {
  const assessment = await findAssessment(database, assessmentId)
  if (!assessment) throw new Error('there is no such assessment')
  return assessment
}

async function saving(
  { orm, tables: { responses } }: Database,
  assessmentId: string,
  { side, item, response, behind, saveId }: Extract<Deed, { kind: 'save' }>,
  personId: string,
  at: Date,
) {
  const rows = await orm.select().from(responses).where(eq(responses.assessmentId, assessmentId))
  const current = rows.find((row) => row.side === side && row.itemId === item)?.revision ?? 0
  const baseRevision = Math.max(0, current - behind)
  return { assessmentId, side, itemId: item, response, baseRevision, saveId, personId, at }
}

/** Everything that the database holds of an assessment and its partnership, as text: for before and after. */
export async function everyRow({ orm, tables }: Database, { assessmentId, partnershipId }: World) {
  const of = [
    tables.sides,
    tables.responses,
    tables.responseHistory,
    tables.reconciliations,
    tables.reconciliationSteps,
    tables.frozenCopies,
    tables.scores,
    tables.changes,
    tables.activities,
  ] as const
  const rows: object[] = [
    ...(await orm.select().from(tables.assessments).where(eq(tables.assessments.id, assessmentId))),
    ...(await orm.select().from(tables.partnerships).where(eq(tables.partnerships.id, partnershipId))),
  ]
  for (const table of of) {
    rows.push(...(await orm.select().from(table).where(eq(table.assessmentId, assessmentId))))
  }
  return rows.map((row) => JSON.stringify(row)).sort()
}
