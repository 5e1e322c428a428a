import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import type { Saver } from './saver.ts'

/** How long leaving waits for saves that are under way, in milliseconds. */
const patience = 2_000

/**
 * Holds back leaving the page, by whatever link or button of the site, until everything is saved. `waiting` is
 * how a page asks, where that takes too long.
 */
export function useLeaveGuard(saver: Saver | null) {
  const unsaved = () => saver !== null && Object.keys(saver.read().queue.entries).length > 0
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (blocker.state !== 'blocked' || !saver) return
    const goOn = () => {
      if (Object.keys(saver.read().queue.entries).length === 0) blocker.proceed()
    }
    const stop = saver.subscribe(goOn)
    saver.hurry()
    return stop
  }, [blocker, saver])
  if (blocker.state !== 'blocked') return null
  return { leave: () => blocker.proceed(), stay: () => blocker.reset(), patience }
}
