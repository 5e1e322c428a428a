import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { liveUpdatesByPostgres } from '#app/live/live-updates-postgres.server.ts'

const url = process.env['TEST_POSTGRES_URL'] ?? ''

function openProcess() {
  const warn = vi.fn()
  const live = liveUpdatesByPostgres(url, { warn })
  const heard: number[] = []
  live.subscribe('one', 'agency', (revision) => heard.push(revision))
  onTestFinished(() => live.closeAll())
  return { live, heard }
}

describe.runIf(url)('live updates by PostgreSQL', () => {
  test('reach every process, and each its own pages once', async () => {
    const [one, other] = [openProcess(), openProcess()]
    await vi.waitFor(
      () => {
        one.live.publish({ assessmentId: 'one', side: 'agency', revision: 7 })
        expect(other.heard).toContain(7)
      },
      { timeout: 10_000, interval: 200 },
    )
    const sent = one.heard.length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(one.heard).toHaveLength(sent)
  })
})

test('a process without a connection still tells its own pages', () => {
  const live = liveUpdatesByPostgres('postgres://nobody@127.0.0.1:1/none', { warn: vi.fn() })
  const heard: number[] = []
  live.subscribe('one', 'agency', (revision) => heard.push(revision))
  live.publish({ assessmentId: 'one', side: 'agency', revision: 2 })
  expect(heard).toEqual([2])
  live.closeAll()
})
