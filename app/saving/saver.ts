import type { Response } from '#assessments/response.ts'
import { sameResponse } from './same-response.ts'
import * as queues from './save-queue.ts'
import type { Entry, Queue } from './save-queue.ts'
import type { Current, Outcome } from './saves.ts'
import type { UnsentStore } from './unsent-store.ts'

export interface SavingState {
  queue: Queue
  /** What the server is known to have, where that is newer than what the page came with. */
  known: Readonly<Record<string, Current>>
  /** False where this browser can't keep what isn't saved yet. */
  keeps: boolean
}

export const nothingToSave: SavingState = { queue: queues.emptyQueue, known: {}, keeps: true }

/** What a saver needs of the world; tests bring their own. */
export interface Surroundings {
  send: (itemId: string, sent: NonNullable<Entry['sent']>) => Promise<Outcome>
  store: Pick<UnsentStore, 'put' | 'remove'>
  /** Offers what closed pages left; `take` says whether it was taken. */
  leftovers: (take: (entry: Entry) => boolean) => Promise<void>
  now: () => number
  /** Calls back after some milliseconds, unless the returned function is called first. */
  later: (callback: () => void, delay: number) => () => void
  backoff: (failures: number) => number
  newId: () => string
}

/** What a person gives at an item: see `Given` in saves.ts. */
export interface Giving {
  itemId: string
  shown: Response
  response: Response | null
  complete: boolean
  version: string
  delay: number
}

/** Runs the queue of one person's saves: sends, waits, tries again, and keeps in the browser what isn't saved. */
export class Saver {
  private state = nothingToSave
  private readonly listeners = new Set<() => void>()
  private cancelTimer: (() => void) | undefined

  constructor(private readonly world: Surroundings) {}

  readonly read = (): SavingState => this.state

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Takes an answer; `current` is what the page showed as saved. */
  give({ delay, ...giving }: Giving, current: { response: Response; revision: number }) {
    const asSaved =
      giving.complete && !current.response.carried && sameResponse(giving.shown, current.response)
    const dueAt = this.world.now() + delay
    const saveId = this.world.newId()
    this.become(queues.give(this.queue, { ...giving, asSaved, base: current.revision, saveId, dueAt }))
  }

  keepMine(itemId: string) {
    this.become(queues.keepMine(this.queue, itemId, this.world.newId(), this.world.now()))
  }

  /** Gives up the person's own value, for the other's or because it can't be saved. */
  letGo(itemId: string) {
    const hold = this.queue.entries[itemId]?.hold
    const news = hold?.kind === 'conflict' ? { [itemId]: hold.current } : {}
    this.become(queues.letGo(this.queue, itemId), news)
  }

  /** Gives what was given under another version as the answer under this one, over what the page shows as saved. */
  giveAnew(itemId: string, version: string, base: number) {
    const moment = { saveId: this.world.newId(), now: this.world.now() }
    this.become(queues.giveAnew(this.queue, itemId, { version, base, ...moment }))
  }

  confirmPrivate(itemId: string) {
    this.become(queues.confirmPrivate(this.queue, itemId, this.world.newId(), this.world.now()))
  }

  /** Waits no longer with one item, or with any. */
  hurry(itemId?: string) {
    const now = this.world.now()
    this.become(
      itemId === undefined ? queues.hurryAll(this.queue, now) : queues.hurry(this.queue, itemId, now),
    )
  }

  /** Takes up an entry as it is; not where the item has one, which must be settled first. */
  takeUp(entry: Entry): boolean {
    if (this.queue.entries[entry.itemId]) return false
    this.become(queues.restore(this.queue, entry))
    return true
  }

  /** Takes in what others saved. */
  learn(news: Readonly<Record<string, Current>>) {
    this.become(this.queue, news)
  }

  /** Takes up what closed pages left. */
  async adopt() {
    await this.world.leftovers((entry) => this.takeUp(entry)).catch(() => undefined)
  }

  private get queue(): Queue {
    return this.state.queue
  }

  private become(queue: Queue, news: Readonly<Record<string, Current>> = {}) {
    const before = this.state.queue
    this.state = { ...this.state, queue, known: withNews(this.state.known, news) }
    this.keepChanges(before, queue)
    this.tell()
    this.step()
  }

  private tell() {
    this.listeners.forEach((listener) => listener())
  }

  private keepChanges(before: Queue, after: Queue) {
    const { store } = this.world
    const changed = Object.values(after.entries).filter((entry) => before.entries[entry.itemId] !== entry)
    const gone = Object.keys(before.entries).filter((itemId) => !after.entries[itemId])
    const trouble = () => {
      this.state = { ...this.state, keeps: false }
      this.tell()
    }
    for (const entry of changed) store.put(entry).catch(trouble)
    for (const itemId of gone) store.remove(itemId).catch(trouble)
  }

  private step() {
    this.cancelTimer?.()
    const now = this.world.now()
    const next = queues.nextStep(this.queue, now)
    if (next?.kind === 'wait') this.cancelTimer = this.world.later(() => this.step(), next.until - now)
    if (next?.kind === 'send') void this.fly(next.entry.itemId)
  }

  private async fly(itemId: string) {
    this.become(queues.depart(this.queue, itemId))
    const sent = this.queue.entries[itemId]?.sent
    if (!sent) return
    const outcome = await this.world.send(itemId, sent)
    const retryIn = this.world.backoff(this.queue.failures)
    const queue = queues.arrive(this.queue, outcome, this.world.now(), retryIn)
    this.become(queue, learned(itemId, sent, outcome))
    if (!queue.entries[itemId]) await this.adopt()
  }
}

/** What an outcome tells about what the server has. */
function learned(
  itemId: string,
  sent: NonNullable<Entry['sent']>,
  outcome: Outcome,
): Record<string, Current> {
  if (outcome.status === 'saved') {
    return { [itemId]: { response: sent.response, revision: outcome.revision, by: 'you', at: 'just now' } }
  }
  return outcome.status === 'conflict' ? { [itemId]: outcome.current } : {}
}

function withNews(known: SavingState['known'], news: Readonly<Record<string, Current>>) {
  const newer = Object.entries(news).filter(([id, { revision }]) => revision > (known[id]?.revision ?? -1))
  return newer.length > 0 ? { ...known, ...Object.fromEntries(newer) } : known
}
