// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ResponseNotes, ResponseValue } from '#app/components/response-value.tsx'
import { itemSchema } from '#assessments/item.ts'
import type { Response } from '#assessments/response.ts'

const levels = [
  { value: 1, label: 'Not started', meaning: 'Nothing yet.' },
  { value: 2, label: 'Exploring', meaning: 'Some.' },
]
const options = [
  { id: 'a', label: 'Option A' },
  { id: 'b', label: 'Option B' },
]
const level = { kind: 'level', anchors: { '1': 'Nobody meets.', '2': 'They met once.' } }

function words(kind: object, response: Response | undefined): string {
  const item = itemSchema.parse({ id: 'x.y', question: 'Which?', ...kind })
  const { container, unmount } = render(<ResponseValue item={item} levels={levels} response={response} />)
  const text = container.textContent
  unmount()
  return text
}

test('ResponseValue says every kind of answer in words', () => {
  expect(words(level, { value: 2 })).toBe('2 · ExploringThey met once.')
  expect(words({ kind: 'yes-no' }, { value: false })).toBe('No')
  expect(words({ kind: 'choice', options }, { value: 'b' })).toBe('Option B')
  expect(words({ kind: 'choices', options }, { value: ['a', 'b'] })).toBe('Option AOption B')
  expect(words({ kind: 'number', unit: 'officers', minimum: 0, maximum: 9999 }, { value: 1200 })).toBe(
    '1,200 officers',
  )
  expect(words({ kind: 'date' }, { value: '2026-03-01' })).toBe('March 1, 2026')
  expect(words({ kind: 'text' }, { value: '<b>As typed</b>' })).toBe('<b>As typed</b>')
})

test('ResponseValue tells not applicable, don’t know and unanswered apart', () => {
  expect(words(level, { notApplicable: 'We have no jail.' })).toBe('Not applicable: We have no jail.')
  expect(words(level, { dontKnow: true })).toBe('Don’t know')
  expect(words(level, undefined)).toBe('Not answered')
  expect(words(level, { note: 'Only a note' })).toBe('Not answered')
})

test('ResponseNotes shows the note and its evidence links, and nothing where there are none', () => {
  const { container, rerender } = render(
    <ResponseNotes response={{ note: 'See here', evidence: ['https://example.org/mou'] }} />,
  )
  expect(container.textContent).toBe('NoteSee hereEvidencehttps://example.org/mou')
  expect(container.querySelector('a')?.getAttribute('href')).toBe('https://example.org/mou')
  rerender(<ResponseNotes response={{ evidence: ['[redacted]'] }} />)
  expect(container.innerHTML).toContain('<dd>[redacted]</dd>')
  rerender(<ResponseNotes response={{ value: 2 }} />)
  expect(container.innerHTML).toBe('')
})
