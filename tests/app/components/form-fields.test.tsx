// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { CodeInput } from '#app/accounts/code-input.tsx'
import { ReasonField } from '#app/components/reason-field.tsx'

afterEach(cleanup)

test('ReasonField takes a reason of limited length, with its hint and what is wrong', () => {
  const field = { id: 'why', name: 'reason', errors: ['Say why.'], initialValue: 'Because' }
  render(<ReasonField field={field} label="Why do you reopen it?" hint="Everyone can read this." />)
  const text = screen.getByRole('textbox', { name: 'Why do you reopen it?' })
  expect(text).toMatchObject({ name: 'reason', value: 'Because', required: true, maxLength: 500 })
  expect(text.getAttribute('aria-invalid')).toBe('true')
  const described = (text.getAttribute('aria-describedby') ?? '').split(' ')
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Everyone can read this.',
    'Say why.',
  ])
})

test('ReasonField asks about a reason that looks like something about a person', () => {
  const field = { id: 'why', name: 'reason', initialValue: 'Case no. 24-123456' }
  const shown = (errors?: string[]) => (
    <ReasonField
      field={field}
      confirm={{ id: 'sure', name: 'confirmedPrivate', errors }}
      label="Why?"
      hint="All read it."
    />
  )
  const { rerender } = render(shown())
  expect(screen.queryByRole('checkbox')).toBeNull()
  rerender(shown(['It looks like a case number (“no. 24-123456”).']))
  expect(screen.getByRole('status').textContent).toContain('a case number')
  const box = screen.getByRole('checkbox', { name: 'It is about nobody: keep it as it is' })
  expect(box).toMatchObject({ name: 'confirmedPrivate', value: 'yes', checked: false })
})

test('CodeInput takes a code of an authenticator app, which a phone may fill in', () => {
  render(<CodeInput field={{ id: 'code', name: 'code' }} label="Code of six digits" />)
  const input = screen.getByRole('textbox', { name: 'Code of six digits' })
  expect(input).toMatchObject({ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 10 })
})
