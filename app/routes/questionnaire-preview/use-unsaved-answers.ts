import { useState } from 'react'
import { nothingToSave } from '#app/saving/saver.ts'
import { confirmed, type Draft } from '../domain/draft.ts'
import type { DomainPage } from '../domain/load-domain.server.ts'
import { viewsOf, type Answers } from '../domain/use-answers.ts'

/** Answers that go nowhere: kept while the preview is open, from domain to domain, since some items ask for others. */
export function useUnsavedAnswers(page: DomainPage): Answers {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({})
  const saved = Object.fromEntries(
    Object.entries(drafts).map(([id, response]) => [id, { response, revision: 0, by: '', at: '' }]),
  )
  return {
    saver: null,
    state: nothingToSave,
    movedTo: null,
    views: viewsOf({ ...page, saved }, nothingToSave),
    give: ({ item }, draft) => setDrafts((all) => ({ ...all, [item.id]: confirmed(draft) })),
  }
}
