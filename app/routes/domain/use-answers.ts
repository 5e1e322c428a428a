import { useEffect, useState, type RefObject } from 'react'
import { shownInOrder } from '#assessments/shown-among.ts'
import { randomId } from '#app/saving/random-id.ts'
import { sameResponse } from '#app/saving/same-response.ts'
import type { Entry } from '#app/saving/save-queue.ts'
import type { Saver, SavingState } from '#app/saving/saver.ts'
import { itemState, type ItemState } from '#app/saving/saving-words.ts'
import type { Current } from '#app/saving/saves.ts'
import { typedValue } from '#app/saving/typed-number.ts'
import { useOthersChanges, useSaver } from '#app/saving/use-saver.ts'
import { confirmed, toSave, type Draft } from './draft.ts'
import { readFields } from './form-fields.ts'
import type { DomainPage, PageItem } from './load-domain.server.ts'
import { unsavedEntries } from './unsaved-entries.ts'
import type { FormOutcome } from './save-form.server.ts'

/** One item as it stands now: what is saved, what is in the fields, and what has become of that. */
export interface ItemView extends PageItem {
  number: number
  draft: Draft
  current: Current
  entry: Entry | undefined
  state: ItemState
}

/** How soon to save, in milliseconds: where arrow keys rest, when typing pauses, when a link is probably whole. */
export const pace = { choice: 250, typing: 800, link: 3_000 } as const

export interface Answers {
  saver: Saver | null
  state: SavingState
  /** The version to which the assessment was moved since the page was made. */
  movedTo: string | null
  /** The items that are shown, in order. */
  views: ItemView[]
  give: (view: ItemView, draft: Draft, delay: number) => void
}

/** Joins what the page came with, what was given since and what others saved. */
export function useAnswers(
  page: DomainPage,
  outcome: FormOutcome | undefined,
  form: RefObject<HTMLFormElement>,
): Answers {
  const owner = { personId: page.personId, assessmentId: page.assessment.id, side: page.side }
  const { saver, state } = useSaver(owner)
  const [brought, setBrought] = useState(() => unsavedEntries(outcome))
  const { version } = page.questionnaire
  const movedTo = useOthersChanges(owner, saver, { revision: page.revision, version })
  const views = viewsOf(page, state, brought)
  const give: Answers['give'] = ({ item, current }, draft, delay) =>
    saver?.give({ itemId: item.id, shown: confirmed(draft), ...toSave(draft), version, delay }, current)

  useEffect(() => {
    if (!saver || !page.mayAnswer || page.locked) return
    // What was answered before the page's script ran is in the form and nowhere else.
    if (form.current) giveWhatIsInForm(form.current, views, give)
    for (const entry of Object.values(brought)) saver.takeUp({ ...entry, ...freshlyNamed(entry) })
    setBrought({})
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a page, when its script begins
  }, [saver, page.domain.id])

  return { saver, state, movedTo, views, give }
}

function giveWhatIsInForm(form: HTMLFormElement, views: readonly ItemView[], give: Answers['give']) {
  const data = new FormData(form)
  for (const view of views) {
    const draft = readFields(view.item, data)
    if (!view.entry && !sameResponse(draft, view.draft)) give(view, draft, 0)
  }
}

const freshlyNamed = ({ next }: Entry) => ({ next: next && { ...next, saveId: randomId() } })

/** The items that are shown, each with what is in its fields: given since, or as the page came. */
export function viewsOf(
  page: DomainPage,
  state: SavingState,
  brought: Readonly<Record<string, Entry>> = {},
): ItemView[] {
  const { entries } = state.queue
  const entryOf = (id: string) => entries[id] ?? brought[id]
  const currentOf = (id: string) => newest(page.saved[id], state.known[id])
  const draftOf = (id: string) => entryOf(id)?.shown ?? currentOf(id).response
  const counting = (draft: Draft) => (draft.carried ? {} : draft)
  const byId = new Map(page.items.map((pageItem) => [pageItem.item.id, pageItem]))
  const drafts = page.conditions.map(({ id }) => [id, numbered(byId.get(id), counting(draftOf(id)))] as const)
  const shown = shownInOrder(page.conditions, Object.fromEntries(drafts))
  return page.items
    .filter(({ item }) => shown.has(item.id))
    .map((pageItem, at) => {
      const { id } = pageItem.item
      const current = currentOf(id)
      const entry = entryOf(id)
      const words = itemState(state.queue, entry, current.revision)
      return { ...pageItem, number: at + 1, draft: draftOf(id), current, entry, state: words }
    })
}

const none: Current = { response: {}, revision: 0, by: '', at: '' }

function newest(one: Current = none, other: Current = none): Current {
  return other.revision > one.revision ? other : one
}

/** Conditions compare numbers, fields hold text. */
function numbered(pageItem: PageItem | undefined, draft: Draft): Draft {
  if (!pageItem || draft.value === undefined) return draft
  return { ...draft, value: typedValue(pageItem.item, draft.value) }
}
