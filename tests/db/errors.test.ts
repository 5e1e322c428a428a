import { describe, expect, it } from 'vitest'
import { errorForLog } from '#db/errors.server.ts'
import { addAnswering, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

describeEngines('errorForLog', (engine) => {
  it('says what the database said of a failed write, and nothing of what was to be written', async () => {
    const { database } = engine
    const { assessmentId } = await addAnswering(database)
    const change = { itemId: 'a.one', response: { value: 'Typed text' } }
    const error: unknown = await save(database, assessmentId, 'nobody', change).catch(
      (thrown: unknown) => thrown,
    )
    const logged = errorForLog(error)
    expect(logged.message).toMatch(/foreign key constraint/i)
    expect(logged.code).toBeTypeOf('string')
    expect(logged.stack).toContain(' at ')
    expect(JSON.stringify(logged)).not.toContain('Typed text')
  })
})

describe('errorForLog', () => {
  it('takes anything that was thrown', () => {
    expect(errorForLog('text')).toEqual({ name: 'unknown', message: 'string' })
    expect(errorForLog(new TypeError('plain'))).toMatchObject({ name: 'TypeError', message: 'plain' })
  })
})
