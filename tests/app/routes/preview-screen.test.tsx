// @vitest-environment jsdom
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { loadPreview } from '#app/routes/questionnaire-preview/load-preview.server.ts'
import { PreviewScreen } from '#app/routes/questionnaire-preview/preview-screen.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'
import { domain, levelItem, otherItem, questionnaire } from '#tests/support/questionnaires.ts'

afterEach(cleanup)

const asked = questionnaire({
  domains: [
    domain('care', [
      otherItem('yes-no', 'care.team', { question: 'Is there a team?' }),
      levelItem('care.hours', {
        question: 'When is it there?',
        shownWhen: { all: [{ item: 'care.team', equals: true }] },
      }),
    ]),
  ],
})

function open() {
  renderInRouter(<PreviewScreen {...loadPreview(asked, 'care', 'kim')} />)
}

const hours = () => screen.queryByRole('region', { name: 'When is it there?' })

test('a preview shows items as answers to others let them, and takes keys, without saving anything', () => {
  const fetching = vi.spyOn(globalThis, 'fetch')
  open()
  expect(screen.getByText('A preview: nothing is saved')).toBeTruthy()
  expect(hours()).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }))
  const item = hours()
  if (!item) throw new Error('the item is not shown')
  fireEvent.keyDown(item, { key: '4' })
  expect(within(item).getByRole<HTMLInputElement>('radio', { name: /^4/ }).checked).toBe(true)
  expect(within(item).getByText('Not saved: this is a preview')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '2 of 2 answered' })).toBeTruthy()
  expect(fetching).not.toHaveBeenCalled()
})
