import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findSharing } from '#db/queries/sharing.server.ts'
import { enroll } from '#tests/support/enrollment-builders.ts'
import { programIn, sharerIn } from '#tests/support/enrollment-steps.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'
import { testProgram } from '#tests/support/program.ts'
import type { Outcome } from '#tests/support/visiting.ts'

const pageSchema = z.object({
  partner: z.object({
    consents: z.array(
      z.looseObject({ agency: z.string(), program: z.string(), given: z.string().nullable() }),
    ),
  }),
})
const consentsOf = ({ data }: Outcome) => pageSchema.parse(data).partner.consents

describe('a partner', () => {
  it('lets a program see its own answers for one agency, and takes that back', async () => {
    const program = await testProgram()
    const { database } = program
    const state = await programIn(program)
    const agency = await sharerIn(program, { name: 'Larkmoor Police Department' })
    const partner = await sharerIn(program, { name: 'Larkmoor Care', kind: 'partner' })
    expect(consentsOf(await partner.open())).toEqual([])
    const at = program.now()
    const by = { agency: agency.coordinator, partner: partner.coordinator, program: state.coordinator }
    const partnershipId = await addPartnership(database, {
      agencyId: agency.id,
      partnerId: partner.id,
      by,
      at,
    })
    await enroll(database, { programId: state.id, agencyId: agency.id, by, at }, 'answers')
    const sees = async () => (await findSharing(database, state.id, agency.id, partnershipId))?.partner
    expect(consentsOf(await partner.open())).toMatchObject([{ program: 'State Office', given: null }])
    const which = { partnershipId, programId: state.id }
    const given = await partner.send({ intent: 'consent', ...which })
    expect(given.location).toContain('done=consent-given')
    expect(await sees()).toBe(true)
    expect(consentsOf(await partner.open())[0]?.given).not.toBeNull()
    expect((await partner.send({ intent: 'consent', ...which })).status).toBe(409)
    const back = await partner.send({ intent: 'take-back', ...which })
    expect(back.location).toContain('done=consent-withdrawn')
    expect(await sees()).toBe(false)
    // The agency can't say it for its partner.
    expect((await agency.send({ intent: 'consent', ...which })).status).toBe(409)
    expect(await sees()).toBe(false)
  })
})
