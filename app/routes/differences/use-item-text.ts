import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ItemDetail } from './item-view.ts'
import { holdsText, keep, keptIn, keptUnder, putBack, readKept } from './kept-text.ts'

/** What others did at an item since the page showed it, and whether there is text here that wasn't sent. */
export interface News {
  sentences: string[]
  textKept: boolean
}

/**
 * Keeps what is typed at an item and not sent, over a reload and over whatever the other side does meanwhile,
 * and tells what that was.
 */
export function useItemText(
  section: RefObject<HTMLElement>,
  item: ItemDetail,
  owner: { personId: string; assessmentId: string },
) {
  const { personId, assessmentId } = owner
  const key = keptUnder(personId, assessmentId, item.id)
  const latest = item.thread.at(-1)?.revision ?? 0
  const seen = useRef(latest)
  const [news, setNews] = useState<News | null>(null)

  useEffect(() => {
    const kept = readKept(key)
    if (!kept || !section.current) return
    putBack(section.current, kept)
    seen.current = Math.min(seen.current, kept.seen)
  }, [key, section])

  useEffect(() => {
    const since = item.thread.filter(({ revision, own }) => revision > seen.current && !own)
    seen.current = latest
    if (since.length === 0) return
    const sentences = since.map(({ by, words }) => `${by} ${words} meanwhile.`)
    setNews({ sentences, textKept: holdsText(section.current) })
  }, [item, latest, section])

  const typed = () => {
    if (section.current) keep(key, keptIn(section.current, latest))
  }
  return { news, forget: () => setNews(null), typed }
}
