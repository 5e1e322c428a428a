import { expect, test } from 'vitest'
import { openLog } from '#app/log.server.ts'
import { addAnswering, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

describeEngines('the log', (engine) => {
  test('tells of a failed write what the database said, and nothing of what somebody typed', async () => {
    const { assessmentId } = await addAnswering(engine.database)
    const change = { itemId: 'a.one', response: { value: 'Typed text' } }
    const error: unknown = await save(engine.database, assessmentId, 'nobody', change).catch(
      (thrown: unknown) => thrown,
    )
    let line = ''
    openLog('info', { write: (text) => (line += text) }).error({ err: error }, 'a request failed')
    expect(line).toMatch(/foreign key constraint/i)
    expect(line).not.toContain('Typed text')
  })
})
