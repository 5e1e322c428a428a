import { and, asc, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'

export type Mail = Tables['outgoingMail']['$inferSelect']

export interface NewMail {
  recipient: string
  subject: string
  /** Plain text. */
  body: string
  at: Date
}

/** How long a process that took a mail has to send it before another may take it. */
const minutesToSend = 10
/** Minutes until the next attempt, by the number of those that failed; after the last it is given up. */
const minutesUntilNext = [1, 5, 30, 120, 720]

/** A step of `writeAll` that queues a mail along with what it is about. */
function queuingMail(database: Database, { recipient, subject, body, at }: NewMail) {
  const id = crypto.randomUUID()
  const row = { id, recipient: recipient.toLowerCase(), subject, body, createdAt: at, nextAttemptAt: at }
  return (orm: Orm) => orm.insert(database.tables.outgoingMail).values(row)
}

/** Queues a mail for sending. */
export async function queueMail(database: Database, mail: NewMail): Promise<void> {
  await queuingMail(database, mail)(database.orm)
}

/**
 * Takes mails that are due, the longest due first. Each is given to one caller alone, even among several
 * processes; one that is neither marked sent nor failed within ten minutes is due again.
 */
export async function takeDueMail(database: Database, at: Date, limit: number): Promise<Mail[]> {
  const { outgoingMail } = database.tables
  const isDue = and(isNull(outgoingMail.sentAt), lte(outgoingMail.nextAttemptAt, at))
  const due = database.orm
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(isDue)
    .orderBy(asc(outgoingMail.nextAttemptAt))
    .limit(limit)
  return database.orm
    .update(outgoingMail)
    .set({ nextAttemptAt: minutesAfter(at, minutesToSend) })
    .where(and(inArray(outgoingMail.id, due), isDue))
    .returning()
}

/** Says that a mail was handed over, and forgets its text: there may be a link in it that opens an account. */
export async function markMailSent(database: Database, mailId: string, at: Date): Promise<void> {
  const { outgoingMail } = database.tables
  await database.orm
    .update(outgoingMail)
    .set({ sentAt: at, nextAttemptAt: null, lastError: null, body: '' })
    .where(eq(outgoingMail.id, mailId))
}

/** Says that sending a mail failed; it is due again later each time, and given up after five more attempts. */
export async function markMailFailed(
  database: Database,
  mail: Pick<Mail, 'id' | 'attempts'>,
  error: string,
  at: Date,
): Promise<void> {
  const { outgoingMail } = database.tables
  const minutes = minutesUntilNext[mail.attempts]
  const nextAttemptAt = minutes === undefined ? null : minutesAfter(at, minutes)
  await database.orm
    .update(outgoingMail)
    .set({ attempts: mail.attempts + 1, nextAttemptAt, lastError: error })
    .where(eq(outgoingMail.id, mail.id))
}

/** The latest mails, sent or not, for the outbox page. */
export async function listMail(database: Database, limit: number): Promise<Mail[]> {
  const { outgoingMail } = database.tables
  return database.orm
    .select()
    .from(outgoingMail)
    .orderBy(desc(outgoingMail.createdAt), desc(outgoingMail.id))
    .limit(limit)
}

function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000)
}
