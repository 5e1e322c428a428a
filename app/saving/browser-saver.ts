import { backoff } from './backoff.ts'
import { announcePage, openPages } from './open-pages.ts'
import { randomId } from './random-id.ts'
import { Saver } from './saver.ts'
import { sendSave } from './send-save.ts'
import { unsentStore, type Owner } from './unsent-store.ts'

/** A reload may find its own earlier page still being closed; what that left is looked for once more. */
const secondLook = 3_000

const savers = new Map<string, Saver>()
let page: string | undefined

/**
 * The saver of one person at one side of one assessment. It outlives the screen, so that moving from one
 * page of the site to another stops no save.
 */
export function saverFor(owner: Owner): Saver {
  const key = JSON.stringify([owner.personId, owner.assessmentId, owner.side])
  const known = savers.get(key)
  if (known) return known
  const saver = makeSaver(owner)
  savers.set(key, saver)
  return saver
}

/** Where one side of an assessment is saved, and where others' changes are read. */
const responsesAddress = (assessmentId: string) => `/assessments/${assessmentId}/responses`

function makeSaver(owner: Owner): Saver {
  const store = unsentStore(owner, thisPage())
  const saver = new Saver({
    send: (itemId, { saveId, response, version, base, privateConfirmed }) =>
      sendSave(responsesAddress(owner.assessmentId), {
        personId: owner.personId,
        side: owner.side,
        version,
        itemId,
        response,
        baseRevision: base,
        saveId,
        ...(privateConfirmed && { confirmedPrivate: true }),
      }),
    store,
    leftovers: async (take) => store.adopt(await openPages(), take),
    now: () => Date.now(),
    later: (callback, delay) => {
      const timer = setTimeout(callback, delay)
      return () => clearTimeout(timer)
    },
    backoff: (failures) => backoff(failures, Math.random()),
    newId: randomId,
  })
  listenToBrowser(saver)
  return saver
}

function thisPage(): string {
  if (page === undefined) {
    page = randomId()
    announcePage(page)
  }
  return page
}

function listenToBrowser(saver: Saver) {
  const hurry = () => saver.hurry()
  window.addEventListener('online', hurry)
  window.addEventListener('focus', hurry)
  window.addEventListener('pagehide', hurry)
  document.addEventListener('visibilitychange', hurry)
  window.addEventListener('beforeunload', (event) => {
    if (Object.keys(saver.read().queue.entries).length === 0) return
    saver.hurry()
    event.preventDefault()
  })
  void saver.adopt()
  setTimeout(() => void saver.adopt(), secondLook)
}
