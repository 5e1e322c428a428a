import { expect, it } from 'vitest'
import { countTry } from '#db/queries/rate-limits.server.ts'
import { describeEngines } from '#tests/support/engines.ts'

const start = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

describeEngines('countTry', (engine) => {
  const limit = { key: 'sign-in|a', most: 2, milliseconds: 60_000 }
  const at = (seconds: number, key = limit.key) =>
    countTry(engine.database, { ...limit, key }, later(seconds))

  it('allows as many as the limit says and refuses the next', async () => {
    expect([await at(0), await at(1), await at(2)]).toEqual([true, true, false])
  })

  it('begins anew once the window has passed since the last that was allowed', async () => {
    await at(0)
    await at(1)
    expect([await at(60), await at(61), await at(62), await at(63)]).toEqual([false, true, true, false])
  })

  it('counts each key by itself', async () => {
    await at(0)
    await at(0)
    expect(await at(0, 'sign-in|b')).toBe(true)
  })

  it('lets no more through when tries come at the same moment', async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, () => at(0)))
    expect(tries.filter(Boolean)).toHaveLength(2)
  })
})
