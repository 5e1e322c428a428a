// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DifferencesScreen } from '#app/routes/differences/differences-screen.tsx'
import { loadDifferences, type DifferencesPage } from '#app/routes/differences/load-differences.server.ts'
import { findAllowedAssessment } from '#app/find-allowed.server.ts'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { reconciling, type Reconciling } from '#tests/support/reconciling.ts'
import { get } from '#tests/support/requests.ts'

/** What the page's requests wait for: each is answered by hand. */
let answers: ((reply: unknown) => void)[] = []

beforeEach(() => {
  answers = []
  sessionStorage.clear()
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener() {
        return
      }
      close() {
        return
      }
    },
  )
  vi.stubGlobal('AbortSignal', { timeout: () => undefined })
  vi.stubGlobal('fetch', (_address: string, init?: RequestInit) =>
    init?.method === 'POST'
      ? new Promise((resolve, reject) =>
          answers.push((reply) => (reply instanceof Error ? reject(reply) : resolve(Response.json(reply)))),
        )
      : Promise.reject(new Error('no network')),
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function pageOf(talk: Reconciling, item: string): Promise<DifferencesPage> {
  const args = get(await talk.as('agency coordinator'), `/?item=${item}`, { assessmentId: talk.assessmentId })
  const found = await findAllowedAssessment(args, 'differences.read')
  return loadDifferences(args.context, found, new URL(args.request.url))
}

/** The page in a router, at the first of two items; `open` goes to the other and back. */
async function atTwoItems() {
  const talk = await reconciling()
  const pages = {
    first: await pageOf(talk, 'leadership.workgroup'),
    second: await pageOf(talk, 'training.basic'),
  }
  const opening: { set?: (page: DifferencesPage) => void } = {}
  function Shown() {
    const [page, set] = useState(pages.first)
    opening.set = set
    return <DifferencesScreen loaded={page} refused={undefined} />
  }
  renderInRouter(<Shown />)
  return { open: (which: keyof typeof pages) => act(() => opening.set?.(pages[which])) }
}

const comment = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' })
const type = (value: string) => fireEvent.input(comment(), { target: { value } })
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send the comment' }))
const reply = async (what: unknown) => {
  await act(async () => {
    answers.shift()?.(what)
    await Promise.resolve()
  })
}
const taken = { status: 'taken', revision: 1, final: false }

test('what is typed while a comment is on its way stays', async () => {
  await atTwoItems()
  type('We met in May.')
  send()
  type('We met in May. And in June.')
  await reply(taken)
  expect(comment().value).toBe('We met in May. And in June.')
  send()
  await reply({ ...taken, revision: 2 })
  expect(comment().value).toBe('')
})

test('a comment that was sent is not offered again where the person had gone on to another item', async () => {
  const { open } = await atTwoItems()
  type('We met in May.')
  send()
  open('second')
  type('And here?')
  await reply(taken)
  expect(comment().value).toBe('And here?')
  open('first')
  expect(comment().value).toBe('')
  open('second')
  expect(comment().value).toBe('And here?')
})

test('what could not be sent is said at its item, and at no other', async () => {
  const { open } = await atTwoItems()
  type('We met in May.')
  send()
  await reply(new Error('no network'))
  expect(screen.getByRole('alert').textContent).toContain('The server can’t be reached.')
  open('second')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText(/^Not sent, at another item \(“.*workgroup.*”\)/)).toBeTruthy()
  open('first')
  expect(screen.getByRole('alert').textContent).toContain('Nothing was sent.')
  expect(comment().value).toBe('We met in May.')
})
