import type { Response } from '#assessments/response.ts'
import { sameResponse } from './same-response.ts'
import type { Current, Given, Hold, Outcome } from './saves.ts'

/**
 * What one person gave at one item and the server hasn't acknowledged. It is kept in the browser as it
 * stands, so that any of it can be taken up again after a reload.
 */
export interface Entry {
  itemId: string
  /** Everything as it was chosen and typed: what the page shows. */
  shown: Response
  /** Whether all of `shown` is in `sent` or `next`; false while a reason or a link is half written. */
  complete: boolean
  /** The revision that `shown` was made from. */
  base: number
  /** Handed to the network; unless the server answers, nobody knows whether it was applied. */
  sent: (Content & { base: number }) | null
  /** The newest content that hasn't been sent; each change of it has a new `saveId`. */
  next: (Content & { dueAt: number }) | null
  /** Why nothing more is sent until the person does something. */
  hold: Hold | null
}

interface Content {
  saveId: string
  response: Response
  /** The version of the questionnaire that it was given under; an earlier program kept none. */
  version?: string | undefined
  privateConfirmed: boolean
}

/** The saves of one person at one side of one assessment. Pure data: every function here answers a new one. */
export interface Queue {
  entries: Readonly<Record<string, Entry>>
  /** The item whose save is under way: one at a time, so that saves arrive in the order they were given. */
  flying: string | null
  /** How often in a row the server couldn't be reached. */
  failures: number
  /** Not before this moment is anything tried again. */
  retryAt: number
  signedOut: boolean
}

export const emptyQueue: Queue = { entries: {}, flying: null, failures: 0, retryAt: 0, signedOut: false }

/** Takes what a person gave. It stands in for whatever they gave before and wasn't sent yet. */
export function give(queue: Queue, given: Given): Queue {
  const before = queue.entries[given.itemId]
  if (given.asSaved && !before?.sent && before?.hold?.kind !== 'conflict') {
    return withoutEntry(queue, given.itemId)
  }
  const next = given.response && {
    saveId: given.saveId,
    response: given.response,
    version: given.version,
    dueAt: given.dueAt,
    privateConfirmed: false,
  }
  return withEntry(queue, {
    itemId: given.itemId,
    shown: given.shown,
    complete: given.complete,
    base: before && before.hold?.kind !== 'moved' ? before.base : given.base,
    sent: before?.sent ?? null,
    next,
    hold: conflictIn(before?.hold ?? null),
  })
}

/** A choice between two values outlasts a new answer and a reload; whatever else stood in the way is tried again. */
const conflictIn = (hold: Hold | null) => (hold?.kind === 'conflict' ? hold : null)

/** Puts back what an earlier page kept; not over what was given since. */
export function restore(queue: Queue, entry: Entry): Queue {
  if (queue.entries[entry.itemId]) return queue
  return withEntry(queue, { ...entry, hold: conflictIn(entry.hold) })
}

/** What to send now, or when to look again; null where there is nothing to wait for. */
export function nextStep(
  queue: Queue,
  now: number,
): { kind: 'send'; entry: Entry } | { kind: 'wait'; until: number } | null {
  if (queue.flying !== null) return null
  const waiting = Object.values(queue.entries)
    .filter(({ sent, next, hold }) => hold === null && (sent ?? next) !== null)
    .map((entry) => ({ entry, dueAt: entry.sent ? 0 : (entry.next?.dueAt ?? 0) }))
    .sort((a, b) => a.dueAt - b.dueAt)
  const [first] = waiting
  if (!first) return null
  const until = Math.max(first.dueAt, queue.retryAt)
  return until > now ? { kind: 'wait', until } : { kind: 'send', entry: first.entry }
}

/** Marks the save of an item as handed to the network. One whose outcome is unknown goes again, unchanged. */
export function depart(queue: Queue, itemId: string): Queue {
  const entry = queue.entries[itemId]
  if (!entry || (!entry.sent && !entry.next)) return queue
  if (entry.sent) return { ...queue, flying: itemId }
  const { next, base } = entry
  const sent = next && { ...contentOf(next), base }
  return { ...withEntry(queue, { ...entry, sent, next: null }), flying: itemId }
}

/** Takes in what became of the save under way. `retryIn` is how long to wait where it can be tried again. */
export function arrive(queue: Queue, outcome: Outcome, now: number, retryIn: number): Queue {
  const entry = queue.flying === null ? undefined : queue.entries[queue.flying]
  const landed: Queue = { ...queue, flying: null }
  if (!entry) return landed
  if (outcome.status === 'unreachable' || outcome.status === 'signed-out') {
    const signedOut = outcome.status === 'signed-out'
    return { ...landed, failures: queue.failures + 1, retryAt: now + retryIn, signedOut }
  }
  const reached: Queue = { ...landed, failures: 0, retryAt: 0, signedOut: false }
  switch (outcome.status) {
    case 'saved':
      return acknowledged(reached, entry, outcome.revision)
    case 'conflict':
      return conflicting(reached, entry, outcome.current)
    case 'held':
      return withEntry(reached, held(entry, outcome.hold, now))
  }
}

function acknowledged(queue: Queue, entry: Entry, revision: number): Queue {
  if (!entry.next && entry.complete) return withoutEntry(queue, entry.itemId)
  return withEntry(queue, { ...entry, base: revision, sent: null })
}

/** Somebody else came first. Where they gave the same answer there is nothing to choose. */
function conflicting(queue: Queue, entry: Entry, current: Current): Queue {
  const mine = entry.next?.response ?? entry.sent?.response
  if (entry.complete && mine && sameResponse(mine, current.response)) {
    if (!current.response.carried) return withoutEntry(queue, entry.itemId)
    // What was carried here meanwhile is what the person answered: theirs confirms it.
    return withEntry(queue, { ...backToNext(entry, 0), base: current.revision })
  }
  return withEntry(queue, { ...backToNext(entry, 0), hold: { kind: 'conflict', current } })
}

/** The server said no and kept nothing. What was given meanwhile may be in order, so that it is tried. */
function held(entry: Entry, hold: Hold, now: number): Entry {
  if (entry.next && hold.kind !== 'refused') return { ...entry, sent: null }
  return { ...backToNext(entry, now), hold }
}

/** What was surely not applied is again as if it had never been sent. */
function backToNext(entry: Entry, dueAt: number): Entry {
  const { sent, next } = entry
  if (next || !sent) return { ...entry, sent: null }
  return { ...entry, sent: null, next: { ...contentOf(sent), dueAt } }
}

function contentOf({ saveId, response, version, privateConfirmed }: Content): Content {
  return { saveId, response, version, privateConfirmed }
}

/** Where two values stand against each other, the person's own goes on top of the other one. */
export function keepMine(queue: Queue, itemId: string, saveId: string, now: number): Queue {
  const entry = queue.entries[itemId]
  if (entry?.hold?.kind !== 'conflict') return queue
  return withEntry(queue, {
    ...entry,
    base: entry.hold.current.revision,
    next: entry.next && { ...entry.next, saveId, dueAt: now },
    hold: null,
  })
}

/** What was given under another version of the questionnaire is to be the answer under this one. */
export function giveAnew(
  queue: Queue,
  itemId: string,
  { version, base, saveId, now }: { version: string; base: number; saveId: string; now: number },
): Queue {
  const entry = queue.entries[itemId]
  if (entry?.hold?.kind !== 'moved') return queue
  const next = entry.next && { ...entry.next, version, saveId, dueAt: now }
  return withEntry(queue, { ...entry, base, next, hold: null })
}

/** Gives up what the person had given at an item: the other's value was chosen, or theirs can't be saved. */
export function letGo(queue: Queue, itemId: string): Queue {
  return queue.entries[itemId]?.hold ? withoutEntry(queue, itemId) : queue
}

/** The person says that what looked like private information may be saved. */
export function confirmPrivate(queue: Queue, itemId: string, saveId: string, now: number): Queue {
  const entry = queue.entries[itemId]
  if (entry?.hold?.kind !== 'private') return queue
  const next = entry.next && { ...entry.next, saveId, dueAt: now, privateConfirmed: true }
  return withEntry(queue, { ...entry, next, hold: null })
}

/** Waits no longer with one item, because the person has left its field. */
export function hurry(queue: Queue, itemId: string, now: number): Queue {
  const entry = queue.entries[itemId]
  if (!entry?.next || entry.next.dueAt <= now) return queue
  return withEntry(queue, { ...entry, next: { ...entry.next, dueAt: now } })
}

/** Waits no longer with anything: the network is back, the person leaves, or has signed in again. */
export function hurryAll(queue: Queue, now: number): Queue {
  const items = Object.keys(queue.entries)
  return items.reduce((result, itemId) => hurry(result, itemId, now), { ...queue, retryAt: 0 })
}

function withEntry(queue: Queue, entry: Entry): Queue {
  return { ...queue, entries: { ...queue.entries, [entry.itemId]: entry } }
}

function withoutEntry(queue: Queue, itemId: string): Queue {
  const entries = Object.entries(queue.entries).filter(([id]) => id !== itemId)
  return { ...queue, entries: Object.fromEntries(entries) }
}
