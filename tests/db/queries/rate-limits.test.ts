import { expect, it } from 'vitest'
import { countRequest, countTry } from '#db/queries/rate-limits.server.ts'
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

describeEngines('countRequest', (engine) => {
  const at = (seconds: number) =>
    countRequest(engine.database, { key: 'api|a', most: 2, milliseconds: 60_000 }, later(seconds))

  it('says how long to wait once there were as many as the limit says, until the next minute of the clock', async () => {
    expect([await at(10), await at(20), await at(30), await at(59)]).toEqual([0, 0, 30_000, 1000])
    expect([await at(60), await at(61), await at(62)]).toEqual([0, 0, 58_000])
  })

  it('never refuses who keeps below the limit, however long it goes on', async () => {
    const waits = []
    for (let second = 0; second < 600; second += 31) waits.push(await at(second))
    expect(waits.filter((wait) => wait > 0)).toEqual([])
  })
})
