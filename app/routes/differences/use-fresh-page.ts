import { useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { searchFor } from './filters.ts'
import type { DifferencesPage } from './load-differences.server.ts'

/** The page as it was loaded, or as it has become since. */
export interface FreshPage {
  page: DifferencesPage
  /** Fetches what is there now. Where it can't be reached, what is shown stays, with all that is typed. */
  refresh: () => Promise<void>
}

/** Keeps the page up to date without loading it again. */
export function useFreshPage(loaded: DifferencesPage): FreshPage {
  const [shown, setShown] = useState({ loaded, page: loaded })
  const navigate = useNavigate()
  // Another item was opened, or other filters were chosen: that is newer than what was fetched before.
  const { page } = shown.loaded === loaded ? shown : { page: loaded }
  if (shown.loaded !== loaded) setShown({ loaded, page: loaded })

  const refresh = async () => {
    const path = `/assessments/${page.assessment.id}`
    const search = page.talk ? searchFor(page.talk.filters, page.talk.item?.id) : ''
    const reply = await fetchPage(`${path}/differences/steps${search}`)
    if (reply === 'gone') navigate(path)
    else if (reply) setShown((before) => newer(before, loaded, reply))
  }
  return { page, refresh }
}

type Shown = { loaded: DifferencesPage; page: DifferencesPage }

/** Two answers may overtake each other; and the list stays open on a small screen where it was. */
function newer(before: Shown, loaded: DifferencesPage, fetched: DifferencesPage): Shown {
  if (before.loaded !== loaded || fetched.moved < before.page.moved) return before
  const chosen = before.page.talk?.chosen ?? false
  const talk = fetched.talk && { ...fetched.talk, chosen }
  return { loaded, page: { ...fetched, talk } }
}

async function fetchPage(address: string): Promise<DifferencesPage | 'gone' | null> {
  const reply = await fetch(address, { redirect: 'manual' }).catch(() => null)
  if (reply?.status === 404) return 'gone'
  if (!reply?.ok) return null
  return reply.json().catch(() => null) as Promise<DifferencesPage | null>
}
