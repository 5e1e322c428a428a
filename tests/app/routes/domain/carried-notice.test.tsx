// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CarriedWords } from '#app/carrying/carried-words.ts'
import { CarriedNotice } from '#app/routes/domain/carried-notice.tsx'
import { marksOf } from '#app/routes/domain/move-on.ts'
import { findItem } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { firstVersion, because } from '#tests/support/second-version.ts'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => {
    then()
    return 0
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Props = Parameters<typeof CarriedNotice>[0]

const carried = { assessment: '1', at: '2026-03-01T12:00:00.000Z', person: '2' }
const given = { when: 'May 2, 2026, 9:00 AM', by: 'Pia' }
const copied: CarriedWords = {
  from: 'Copied from your answers for Otherton, as of May 1, 2026',
  ...given,
  why: [],
  earlier: [],
}

/** A notice in a section of its own, beside a field that is typed in; around it, others that wait or don't. */
function show(
  draft: Response,
  words: CarriedWords | null = copied,
  waiting = { before: false, after: false },
) {
  const confirm = vi.fn()
  const props: Props = {
    view: { item: { id: 'services.line' }, number: 4, draft },
    page: { carried: words ? { 'services.line': words } : {} },
    confirm,
  }
  render(
    <>
      <section tabIndex={-1} aria-label="Before" {...marksOf.needs(waiting.before)} />
      <section tabIndex={-1} aria-label="Item" {...marksOf.needs(true)}>
        <CarriedNotice {...props} />
        <textarea aria-label="Note" />
      </section>
      <section tabIndex={-1} aria-label="Done" {...marksOf.needs(false)} />
      <section tabIndex={-1} aria-label="After" {...marksOf.needs(waiting.after)} />
      <a href="/next" {...marksOf.wayOn}>
        Next domain
      </a>
    </>,
  )
  return confirm
}

const item = () => screen.getByRole('region', { name: 'Item' })

test('a carried answer says where it comes from, and is confirmed by the button', async () => {
  const confirm = show({ value: 3, carried })
  expect(screen.getByText('Not reconfirmed')).toBeTruthy()
  expect(
    screen.getByText(/Copied from your answers for Otherton, as of May 1, 2026; given by Pia, May 2, 2026/),
  ).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Confirm the answer of item 4' }))
  expect(confirm).toHaveBeenCalledTimes(1)
})

test('C confirms while the item has the focus, and not while somebody types', async () => {
  const confirm = show({ value: 3, carried }, null)
  expect(screen.getByText(/Carried from another assessment/)).toBeTruthy()
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('c')
  expect(confirm).not.toHaveBeenCalled()
  item().focus()
  await userEvent.keyboard('{Control>}c{/Control}')
  expect(confirm).not.toHaveBeenCalled()
  await userEvent.keyboard('c')
  expect(confirm).toHaveBeenCalledTimes(1)
})

test('an answer of one’s own says nothing, and C does nothing', async () => {
  const confirm = show({ value: 3 })
  expect(screen.queryByRole('button')).toBeNull()
  item().focus()
  await userEvent.keyboard('c')
  expect(confirm).not.toHaveBeenCalled()
})

describe('confirming moves on', () => {
  const focusAfter = async (waiting: { before: boolean; after: boolean }) => {
    show({ value: 3, carried }, copied, waiting)
    item().focus()
    await userEvent.keyboard('c')
    return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent
  }

  test('to the next item that needs something, past those that don’t', async () => {
    expect(await focusAfter({ before: true, after: true })).toBe('After')
  })

  test('or else back to the first that does', async () => {
    expect(await focusAfter({ before: true, after: false })).toBe('Before')
  })

  test('or, where nothing is left, to the way on', async () => {
    expect(await focusAfter({ before: false, after: false })).toBe('Next domain')
  })

  test('by the button too', async () => {
    show({ value: 3, carried }, copied, { before: false, after: true })
    await userEvent.click(screen.getByRole('button', { name: /^Confirm/ }))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('After')
  })
})

describe('what can’t be the answer any more', () => {
  const words: CarriedWords = {
    from: 'Carried forward from your assessment as of November 3, 2025',
    ...given,
    why: ['One question became several.', because.split],
    earlier: [
      {
        ...given,
        version: '1.0.0',
        question: 'Is there a team at all hours?',
        item: findItem(firstVersion, 'care.whole') ?? null,
        levels: firstVersion.levels,
        response: { value: 4, note: 'Around the clock.', evidence: ['https://example.org/'] },
      },
    ],
  }
  const only = { carried: { ...carried, earlier: [] } }

  test('is shown with the question, level and anchor of then, who gave it when, and why it is asked anew', () => {
    show({ note: 'Around the clock.', ...only }, words)
    for (const text of [
      /One question became several\. Day and night are staffed by others\./,
      'Is there a team at all hours?',
      '4 · Level 4',
      'What level 4 looks like.',
      'Around the clock.',
      'https://example.org/',
      'Given by Pia, May 2, 2026, 9:00 AM, in version 1.0.0',
    ]) {
      expect(screen.getByText(text)).toBeTruthy()
    }
    expect(screen.queryByRole('button')).toBeNull()
  })

  test('stays while a note is typed, and goes once the item is answered', () => {
    show({ note: 'Typing' }, words)
    expect(screen.getByText('What was answered before')).toBeTruthy()
    cleanup()
    show({ value: 2 }, words)
    expect(screen.queryByText('What was answered before')).toBeNull()
  })

  test('that somebody carried just now is shown once the page is loaded again', () => {
    show(only, null)
    expect(screen.getByText(/Load the page again/)).toBeTruthy()
  })
})

test('an answer to be confirmed stands beside what was answered in the version that was moved back from', () => {
  const earlier = [
    {
      ...{ when: 'May 3, 2026, 9:00 AM', by: 'Pia', version: '1.1.0' },
      ...{ question: 'Another question?', item: null, levels: [], response: { value: 4 } },
    },
  ]
  show({ value: 2, carried }, { ...copied, earlier })
  expect(screen.getByRole('button', { name: /Confirm/ })).toBeTruthy()
  expect(screen.getByText('Another question?')).toBeTruthy()
  expect(screen.getByText(/in version 1.1.0/)).toBeTruthy()
})
