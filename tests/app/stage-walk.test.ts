import { describe, expect, onTestFinished, test } from 'vitest'
import type { Role, Side } from '#assessments/access.ts'
import { openDatabase } from '#db/database.server.ts'
import { atStage, stages, type StageName } from '#tests/support/co-review-stages.ts'
import { everyRow, type World } from '#tests/support/co-review-world.ts'
import { addOrganization, addPerson, contextFor } from '#tests/support/program.ts'
import { walk, type Walked } from './stage-walk-actions.ts'

const roles = ['viewer', 'contributor', 'coordinator'] as const
const rank = (role: Role) => roles.indexOf(role)

/** How a request was met: its status, 200 where it was done, and what it says. */
async function met(asked: Promise<unknown>): Promise<{ status: number; says: string }> {
  const answer = await asked.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
  if (answer instanceof Response) {
    const status = answer.status < 400 ? 200 : answer.status
    return { status, says: await answer.text() }
  }
  const { data, init } = answer as { data: unknown; init: { status?: number } | null }
  return { status: init?.status ?? 200, says: JSON.stringify(data) }
}

/** Also what is mailed: who is refused tells nobody. */
async function allRows(world: World) {
  const { database } = world.talk.program
  return [...(await everyRow(database, world)), await database.orm.$count(database.tables.outgoingMail)]
}

const isAlone = (stage: StageName) => stage === 'alone' || stage === 'final alone'

function mayAsk({ least, agencyOnly, endsAlone }: Walked, stage: StageName, side: Side, role: Role): boolean {
  if (rank(role) < rank(least)) return false
  return side === 'agency' || !(agencyOnly || (endsAlone && isAlone(stage)))
}

const people = (['agency', 'partner'] as const).flatMap((side) => roles.map((role) => ({ side, role })))
const names = Object.keys(stages) as StageName[]

async function worldAt(stage: StageName) {
  const database = await openDatabase('sqlite::memory:')
  onTestFinished(() => database.close())
  return atStage(database, stage)
}

describe('every step of the stage machine', { timeout: 60_000 }, () => {
  test.each(names)(
    'that is illegal at “%s” is refused with a sentence, and changes nothing',
    async (stage) => {
      const world = await worldAt(stage)
      const before = await allRows(world)
      for (const { side, role } of people) {
        for (const [name, walked] of Object.entries(walk)) {
          if (mayAsk(walked, stage, side, role) && walked.legal[side]?.includes(stage)) continue
          const { status, says } = await met(walked.ask(world, await world.talk.as(`${side} ${role}`), side))
          const which = `${name} by the ${side} ${role}: ${says}`
          if (!mayAsk(walked, stage, side, role)) expect(status, which).toBe(404)
          else {
            expect([400, 409, 423], `${status} ${which}`).toContain(status)
            expect(says.length, which).toBeGreaterThan(30)
          }
          expect(await allRows(world), which).toEqual(before)
        }
      }
    },
  )

  test.each(names)('that is legal at “%s” is done', async (stage) => {
    for (const { side, role } of people) {
      for (const [name, walked] of Object.entries(walk)) {
        if (!mayAsk(walked, stage, side, role) || !walked.legal[side]?.includes(stage)) continue
        const world = await worldAt(stage)
        const before = await allRows(world)
        const { status, says } = await met(walked.ask(world, await world.talk.as(`${side} ${role}`), side))
        expect(status, `${name} by the ${side} ${role}: ${says}`).toBe(200)
        expect(await allRows(world)).not.toEqual(before)
      }
    }
  })

  test.each(names)('at “%s” doesn’t exist for anybody else, whatever ids they guess', async (stage) => {
    const world = await worldAt(stage)
    const { program, agencyId } = world.talk
    const partner = await addOrganization(program, { kind: 'partner', name: 'Hillside Care' })
    const agency = await addOrganization(program, { name: 'Otherton Sheriff’s Office' })
    const outsiders = [partner.coordinator, agency.coordinator, await addPerson(program)]
    expect(agencyId).not.toBe(agency.id)
    const before = await allRows(world)
    for (const outsider of outsiders) {
      for (const [name, { ask }] of Object.entries(walk)) {
        const { status } = await met(ask(world, await contextFor(program, outsider), 'partner'))
        expect(status, name).toBe(404)
      }
    }
    expect(await allRows(world)).toEqual(before)
  })
})
