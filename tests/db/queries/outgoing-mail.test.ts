import { expect, it } from 'vitest'
import type { Database } from '#db/database.server.ts'
import {
  listMail,
  markMailFailed,
  markMailSent,
  queueMail,
  takeDueMail,
} from '#db/queries/outgoing-mail.server.ts'
import { minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

const queue = (database: Database, subject: string, minutes: number) =>
  queueMail(database, { recipient: 'Ann@Example.org', subject, body: 'Hello', at: minute(minutes) })

async function take(database: Database, minutes: number, limit = 9) {
  const taken = await takeDueMail(database, minute(minutes), limit)
  return taken.map(({ subject }) => subject).sort()
}

describeEngines('outgoing mail', (engine) => {
  it('is taken when it is due, the longest due first, and again only if nobody reported on it', async () => {
    const { database } = engine
    await queue(database, 'second', 2)
    await queue(database, 'first', 1)
    await queue(database, 'third', 3)
    expect(await take(database, 0)).toEqual([])
    expect(await take(database, 3, 2)).toEqual(['first', 'second'])
    expect(await take(database, 3)).toEqual(['third'])
    expect(await take(database, 12)).toEqual([])
    expect(await take(database, 13)).toEqual(['first', 'second', 'third'])
  })

  it('is never given to two who take at the same moment', async () => {
    const { database } = engine
    for (let index = 0; index < 20; index++) await queue(database, String(index), 1)
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(database, 2, 5)))
    const all = taken.flat()
    expect(new Set(all).size).toBe(all.length)
    expect([...all, ...(await take(database, 2, 20))].sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index)).sort(),
    )
  })

  it('is not taken again once it was sent', async () => {
    const { database } = engine
    await queue(database, 'first', 1)
    const [mail] = await takeDueMail(database, minute(1), 1)
    await markMailSent(database, mail?.id ?? '', minute(2))
    expect(await take(database, 500)).toEqual([])
    expect(await listMail(database, 9)).toMatchObject([
      { recipient: 'ann@example.org', sentAt: minute(2), nextAttemptAt: null },
    ])
  })

  it('is tried again later and later after it failed, and in the end given up', async () => {
    const { database } = engine
    await queue(database, 'first', 0)
    for (const due of [0, 1, 6, 36, 156, 876]) {
      expect(await takeDueMail(database, minute(due - 1), 1)).toEqual([])
      const [mail] = await takeDueMail(database, minute(due), 1)
      if (!mail) throw new Error(`nothing was due at ${due}`)
      await markMailFailed(database, mail, 'no such host', minute(due))
    }
    expect(await takeDueMail(database, minute(99_999), 1)).toEqual([])
    expect(await listMail(database, 9)).toMatchObject([
      { attempts: 6, nextAttemptAt: null, sentAt: null, lastError: 'no such host' },
    ])
  })

  it('is listed newest first', async () => {
    const { database } = engine
    await queue(database, 'first', 1)
    await queue(database, 'second', 2)
    await queueMail(database, { recipient: 'bob@example.org', subject: 'his', body: '', at: minute(3) })
    expect((await listMail(database, 2)).map(({ subject }) => subject)).toEqual(['his', 'second'])
  })
})
