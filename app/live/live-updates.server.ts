import { EventEmitter } from 'node:events'
import type { Side } from '#assessments/access.ts'

/** Says that a side of an assessment has moved to a revision; carries no answer. */
export interface SideMoved {
  assessmentId: string
  side: Side
  revision: number
}

/** Tells open pages that something was saved, so that they fetch it without a reload. */
export interface LiveUpdates {
  publish: (moved: SideMoved) => void
  /** Calls `listener` at each move of that side, until the returned function is called. */
  subscribe: (assessmentId: string, side: Side, listener: (revision: number) => void) => () => void
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
