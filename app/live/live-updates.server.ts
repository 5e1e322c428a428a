import { EventEmitter } from 'node:events'
import type { Side } from '#assessments/access.ts'

/** What a page can follow: a side of an assessment, or what both sides settle. */
export type Followed = Side | 'agreed'

/** Says that what is followed has moved to a revision; carries no answer. */
export interface SideMoved {
  assessmentId: string
  side: Followed
  revision: number
}

/** Tells open pages that something was saved, so that they fetch it without a reload. */
export interface LiveUpdates {
  publish: (moved: SideMoved) => void
  /** Calls `listener` at each move of that side, until the returned function is called. */
  subscribe: (assessmentId: string, side: Followed, listener: (revision: number) => void) => () => void
  /** Ends every subscription, at shutdown. */
  closeAll: () => void
  onClose: (listener: () => void) => () => void
}

/** Live updates within one process. */
export function liveUpdatesInProcess(): LiveUpdates {
  const emitter = new EventEmitter().setMaxListeners(0)
  const on = (event: string, listener: (revision: number) => void) => {
    emitter.on(event, listener)
    return () => void emitter.off(event, listener)
  }
  return {
    publish: ({ assessmentId, side, revision }) => void emitter.emit(`${assessmentId}/${side}`, revision),
    subscribe: (assessmentId, side, listener) => on(`${assessmentId}/${side}`, listener),
    closeAll: () => void emitter.emit('close', 0),
    onClose: (listener) => on('close', listener),
  }
}
