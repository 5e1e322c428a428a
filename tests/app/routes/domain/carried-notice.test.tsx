// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CarriedNotice } from '#app/routes/domain/carried-notice.tsx'
import type { Response } from '#assessments/response.ts'

afterEach(cleanup)

type Props = Parameters<typeof CarriedNotice>[0]

const carried = { assessment: '1', at: '2026-03-01T12:00:00.000Z', person: '2' }

/** A notice in a section of its own, beside a field that is typed in. */
function show(draft: Response, known = true) {
  const confirm = vi.fn()
  const words = { from: 'Otherton, as of May 1, 2026', when: 'May 2, 2026, 9:00 AM', by: 'Pia' }
  const props: Props = {
    view: { item: { id: 'services.line' }, number: 4, draft },
    page: { carried: known ? { 'services.line': words } : {} },
    confirm,
  }
  render(
    <section tabIndex={-1} aria-label="Item">
      <CarriedNotice {...props} />
      <textarea aria-label="Note" />
    </section>,
  )
  return confirm
}

test('a copied answer says where it comes from, and is confirmed by the button', async () => {
  const confirm = show({ value: 3, carried })
  expect(screen.getByText(/Otherton, as of May 1, 2026; given by Pia, May 2, 2026/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Confirm the answer of item 4' }))
  expect(confirm).toHaveBeenCalledTimes(1)
})

test('C confirms while the item has the focus, and not while somebody types', async () => {
  const confirm = show({ value: 3, carried }, false)
  expect(screen.getByText(/From your answers in another assessment/)).toBeTruthy()
  await userEvent.click(screen.getByRole('textbox'))
  await userEvent.keyboard('c')
  expect(confirm).not.toHaveBeenCalled()
  screen.getByRole('region').focus()
  await userEvent.keyboard('{Control>}c{/Control}')
  expect(confirm).not.toHaveBeenCalled()
  await userEvent.keyboard('c')
  expect(confirm).toHaveBeenCalledTimes(1)
})

test('an answer of one’s own says nothing, and C does nothing', async () => {
  const confirm = show({ value: 3 })
  expect(screen.queryByRole('button')).toBeNull()
  screen.getByRole('region').focus()
  await userEvent.keyboard('c')
  expect(confirm).not.toHaveBeenCalled()
})
