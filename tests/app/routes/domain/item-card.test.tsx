// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { nothingToSave } from '#app/saving/saver.ts'
import type { Draft } from '#app/routes/domain/draft.ts'
import { ItemCard } from '#app/routes/domain/item-card.tsx'
import type { DomainPage } from '#app/routes/domain/load-domain.server.ts'
import type { ItemView } from '#app/routes/domain/use-answers.ts'
import { itemsOf } from '#assessments/questionnaire.ts'
import { everyKind } from '#tests/support/answering.ts'

afterEach(cleanup)

const questionnaire = everyKind()
const page: DomainPage = {
  assessment: { id: 'one', agencyName: 'Larkmoor', asOf: 'November 1, 2026' },
  home: { id: 'agency', name: 'Larkmoor' },
  side: 'agency',
  questionnaire: { title: 'A sample', version: '1.0.0', whenInDoubt: 'Take the lower.' },
  domain: { id: 'leadership', title: 'Leadership', question: 'Which?', about: [] },
  domains: [],
  items: [],
  levels: questionnaire.levels,
  limits: { reason: 500, note: 4000, link: 500, links: 10 },
  conditions: [],
  saved: {},
  revision: 0,
  personId: 'dana',
  locked: null,
  carried: {},
  mayAnswer: true,
}

function viewOf(itemId: string, more: Partial<ItemView> = {}): ItemView {
  const item = itemsOf(questionnaire).find(({ id }) => id === itemId)
  if (!item) throw new Error(`no item ${itemId}`)
  const current = { response: {}, revision: 0, by: '', at: '' }
  const shown = {
    guidance: [],
    sources: [],
    resources: [],
    marks: [],
    mine: false,
    number: 1,
    asked: true,
    mayLeaveOut: false,
  }
  return { item, ...shown, draft: {}, current, entry: undefined, state: 'none', ...more }
}

/** A card that holds what is given, as the page does; answers what was given. */
function show(itemId: string, more: Partial<ItemView> = {}, mayChange = true) {
  const given: Draft[] = []
  function Card() {
    const [draft, setDraft] = useState<Draft>(more.draft ?? {})
    const give = (_view: ItemView, next: Draft) => {
      given.push(next)
      setDraft(next)
    }
    const answers = { saver: null, state: nothingToSave, movedTo: null, views: [], give }
    return (
      <ItemCard
        view={viewOf(itemId, { ...more, draft })}
        page={page}
        answers={answers}
        mayChange={mayChange}
      />
    )
  }
  render(<Card />)
  return { given, last: () => given.at(-1), card: screen.getByRole('region') }
}

describe('on the partner’s page', () => {
  test('what only the agency answers is said to be so, and has nothing to fill in', () => {
    const { card } = show('leadership.workgroup', { asked: false })
    expect(card.textContent).toContain('Only Larkmoor answers this item.')
    expect(card.querySelectorAll('input, textarea, button, select, a')).toHaveLength(0)
  })

  test('what may be left out says so, and can be answered', () => {
    const { card } = show('leadership.workgroup', { mayLeaveOut: true })
    expect(card.textContent).toContain('You may leave this item out: then the answer of Larkmoor stands.')
    expect(screen.getAllByRole('radio').length).toBeGreaterThan(4)
  })
})

describe('a question', () => {
  test('offers each level with its anchor, and takes the one that is chosen', async () => {
    const { last } = show('leadership.workgroup')
    await userEvent.click(screen.getByRole('radio', { name: /3 · Level 3 What level 3 looks like/ }))
    expect(last()).toEqual({ value: 3 })
  })

  test.each([
    ['leadership.written', 'No', { value: false }],
    ['leadership.model', 'The second', { value: 'second' }],
  ])('of the kind of %s takes “%s”', async (itemId, name, expected) => {
    const { last } = show(itemId)
    await userEvent.click(screen.getByRole('radio', { name }))
    expect(last()).toEqual(expected)
  })

  test('with several options takes each that is ticked', async () => {
    const { last } = show('leadership.members')
    await userEvent.click(screen.getByRole('checkbox', { name: 'The second' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'The first' }))
    expect(last()).toEqual({ value: ['first', 'second'] })
    await userEvent.click(screen.getByRole('checkbox', { name: 'The second' }))
    expect(last()).toEqual({ value: ['first'] })
  })

  test.each([
    ['leadership.officers', '1,250'],
    ['leadership.name', 'The crisis team'],
    ['leadership.since', '2020-02-29'],
  ])('takes what is typed into %s', (itemId, text) => {
    const { last, card } = show(itemId)
    const field = card.querySelector('.typed-field input, .typed-field textarea')
    if (!field) throw new Error('there must be a field')
    fireEvent.change(field, { target: { value: text } })
    expect(last()).toEqual({ value: text })
    expect(field).toHaveProperty('value', text)
  })

  test('keeps its note and links when the answer changes', async () => {
    const draft = { value: 2, note: 'typed', evidence: ['https://a.example'] }
    const { last } = show('leadership.workgroup', { draft })
    await userEvent.click(screen.getByRole('radio', { name: /^5/ }))
    expect(last()).toEqual({ ...draft, value: 5 })
    await userEvent.click(screen.getByRole('button', { name: /Clear answer/ }))
    expect(last()).toEqual({ note: 'typed', evidence: ['https://a.example'] })
  })

  test('asks for the reason with not applicable, and has it again after another answer', async () => {
    const { last } = show('leadership.workgroup')
    await userEvent.click(screen.getByRole('radio', { name: 'Not applicable' }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Why does it not apply?' }), 'No such team')
    expect(last()).toEqual({ notApplicable: 'No such team' })
    await userEvent.click(screen.getByRole('radio', { name: /^2/ }))
    await userEvent.click(screen.getByRole('radio', { name: 'Not applicable' }))
    expect(last()).toEqual({ notApplicable: 'No such team' })
  })

  test('says of a link that was redacted that it may stay, and of one half written that it isn’t saved', () => {
    show('leadership.workgroup', { draft: { evidence: ['[redacted]'] } })
    const link = screen.getByRole('textbox', { name: 'Evidence link 1' })
    expect(screen.queryByText(/Not saved yet/)).toBeNull()
    expect(screen.getByText(/What stood here was taken out/)).toBeTruthy()
    fireEvent.change(link, { target: { value: 'https:/' } })
    expect(screen.getByText(/Not saved yet/)).toBeTruthy()
  })

  test('cannot be changed by who may only read', () => {
    show('leadership.workgroup', { draft: { value: 2 } }, false)
    expect(screen.getByRole('radio', { name: /^3/ }).matches(':disabled')).toBe(true)
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the keys of a question', () => {
  test('choose a level, don’t know, or clear', async () => {
    const { last, card } = show('leadership.workgroup')
    card.focus()
    await userEvent.keyboard('4')
    expect(last()).toEqual({ value: 4 })
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /^4/ }))
    await userEvent.keyboard('d')
    expect(last()).toEqual({ dontKnow: true })
    await userEvent.keyboard('{Delete}')
    expect(last()).toEqual({})
    await userEvent.keyboard('9')
    expect(last()).toEqual({})
  })

  test('lead from N to the reason', async () => {
    const { last, card } = show('leadership.workgroup')
    card.focus()
    await userEvent.keyboard('n')
    expect(last()).toEqual({ notApplicable: '' })
    await vi.waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Why does it not apply?' })),
    )
  })

  test('do nothing while somebody types, or with a modifier', async () => {
    const { last, given, card } = show('leadership.workgroup', { draft: { note: 'x' } })
    await userEvent.type(screen.getByRole('textbox', { name: 'Note' }), ' 3 nd')
    expect(last()).toEqual({ note: 'x 3 nd' })
    const before = given.length
    card.focus()
    await userEvent.keyboard('{Control>}3{/Control}')
    expect(given).toHaveLength(before)
  })

  test('leave “not applicable” alone where it may not be chosen', async () => {
    const { given, card } = show('leadership.written')
    card.focus()
    await userEvent.keyboard('n')
    expect(given).toEqual([])
    await userEvent.keyboard('2')
    expect(given).toEqual([{ value: false }])
  })
})

describe('what stands in the way of saving', () => {
  const held = (
    hold: NonNullable<NonNullable<ItemView['entry']>['hold']>,
    version = '1.0.0',
  ): Partial<ItemView> => ({
    draft: { value: 2 },
    state: 'needs-you',
    entry: {
      itemId: 'leadership.workgroup',
      shown: { value: 2 },
      complete: true,
      base: 0,
      sent: null,
      next: { saveId: 'id', response: { value: 2 }, version, dueAt: 0, privateConfirmed: false },
      hold,
    },
  })

  test('is shown with both values and two buttons where another came first', () => {
    const current = { response: { value: 5 }, revision: 3, by: 'Cory', at: 'March 1, 2026, 3:05 PM' }
    show('leadership.workgroup', held({ kind: 'conflict', current }))
    expect(screen.getByText(/Cory saved another answer/)).toBeTruthy()
    expect(screen.getByText('March 1, 2026, 3:05 PM')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Take the answer of Cory' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Keep my answer' })).toBeTruthy()
  })

  test('is quoted where it looks private', () => {
    const found = [{ kind: 'phone-number', excerpt: '614-555-0123' } as const]
    show('leadership.workgroup', held({ kind: 'private', found }))
    expect(screen.getByText(/looks like a phone number \(“614-555-0123”\)/)).toBeTruthy()
  })

  test('is said beside the field where it is at fault', () => {
    const faults = [{ path: 'note', reason: 'must be at most 4000 characters' }]
    show('leadership.workgroup', held({ kind: 'faults', faults }))
    expect(screen.getByText('This must be at most 4000 characters.')).toBeTruthy()
  })

  test('leaves text to copy where the assessment is locked', () => {
    show(
      'leadership.workgroup',
      held({ kind: 'refused', reason: 'locked', why: 'It was submitted and is locked.' }),
    )
    expect(screen.getByText(/It was submitted and is locked/)).toBeTruthy()
  })

  test('asks to load the page again where the questionnaire was moved while it was open', () => {
    show('leadership.workgroup', held({ kind: 'moved', version: '1.1.0' }))
    expect(screen.getByText(/Load the page again to see the question as it is asked now/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save it as the answer' })).toBeNull()
  })

  test('asks of an answer to a question of another version whether it is one to this', () => {
    show('leadership.workgroup', held({ kind: 'moved', version: '1.0.0' }, '0.9.0'))
    expect(screen.getByText(/You gave this answer in version 0.9.0/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save it as the answer' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Discard it' })).toBeTruthy()
  })
})
