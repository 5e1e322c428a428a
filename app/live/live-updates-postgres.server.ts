import pg from 'pg'
import type { Logger } from 'pino'
import { z } from 'zod'
import { liveUpdatesInProcess, type LiveUpdates, type SideMoved } from './live-updates.server.ts'

const channel = 'side_moved'

const notice = z.object({
  from: z.string(),
  assessmentId: z.string(),
  side: z.enum(['agency', 'partner', 'agreed']),
  revision: z.number(),
})

/** How long to wait before connecting again, in milliseconds. */
const pause = 2_000

/**
 * Live updates among several processes on one PostgreSQL: what one publishes, all hear. Without a connection
 * each still tells its own pages; when it is back, every page is made to connect anew, and so catches up.
 */
export function liveUpdatesByPostgres(url: string, log: Pick<Logger, 'warn'>): LiveUpdates {
  const local = liveUpdatesInProcess()
  const connection = new Listener(url, log, local)
  void connection.open()
  return {
    ...local,
    publish: (moved) => {
      local.publish(moved)
      connection.notify(moved)
    },
    closeAll: () => {
      local.closeAll()
      connection.close()
    },
  }
}

class Listener {
  private readonly self = crypto.randomUUID()
  private client: pg.Client | undefined
  private timer: NodeJS.Timeout | undefined
  private ended = false
  /** Whether something may have been said that nobody here heard. */
  private missed = false

  constructor(
    private readonly url: string,
    private readonly log: Pick<Logger, 'warn'>,
    private readonly local: LiveUpdates,
  ) {}

  async open() {
    this.timer = undefined
    const client = new pg.Client({ connectionString: this.url, keepAlive: true })
    let gone = false
    const lose = (error: unknown) => {
      if (!gone && !this.ended) this.again(client, error)
      gone = true
    }
    client.on('error', lose)
    client.on('end', () => lose(new Error('the connection ended')))
    client.on('notification', ({ payload }) => this.hear(payload))
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      this.ready(client)
    } catch (error) {
      lose(error)
    }
  }

  notify(moved: SideMoved) {
    const payload = JSON.stringify({ ...moved, from: this.self })
    this.client
      ?.query('select pg_notify($1, $2)', [channel, payload])
      .catch((error: unknown) => this.log.warn({ err: error }, 'other processes were not told of a save'))
  }

  close() {
    this.ended = true
    clearTimeout(this.timer)
    void this.client?.end()
  }

  private hear(payload: string | undefined) {
    const heard = notice.safeParse(parsed(payload))
    if (heard.success && heard.data.from !== this.self) this.local.publish(heard.data)
  }

  private ready(client: pg.Client) {
    if (this.ended) return void client.end()
    this.client = client
    if (this.missed) this.local.closeAll()
    this.missed = false
  }

  private again(client: pg.Client, error: unknown) {
    this.log.warn({ err: error }, 'live updates from other processes are interrupted')
    this.client = undefined
    this.missed = true
    this.timer = setTimeout(() => void this.open(), pause)
    client.end().catch(() => undefined)
  }
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return undefined
  }
}
