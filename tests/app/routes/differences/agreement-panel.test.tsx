// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AgreementView } from '#app/results/agreement-view.ts'
import { AgreementPanel } from '#app/routes/differences/agreement-panel.tsx'

afterEach(cleanup)

const row = {
  id: 'training',
  title: 'Training',
  same: '6 of 9 items',
  difference: 'agency 0.8 levels higher',
  meanDifference: 0.8,
  kappa: '0.41, on 9 items',
}
const agreement: AgreementView = {
  same: 'Both sides gave 31 of 47 items the same level.',
  direction: 'On average the agency rates 0.3 levels higher than its partner.',
  overall: { ...row, id: 'overall', title: 'Overall', kappa: '0.72, on 47 items' },
  domains: [row],
}

test('Both sides read how well their own answers agree: in a sentence, by domain, and as kappa of all items', () => {
  const { container } = render(<AgreementPanel agreement={agreement} />)
  expect(container.textContent).toContain(
    'Both sides gave 31 of 47 items the same level. On average the agency rates 0.3 levels higher than its partner.',
  )
  expect(screen.getByRole('row', { name: /Training/, hidden: true }).textContent).toBe(
    'Training6 of 9 itemsagency 0.8 levels higher',
  )
  expect(container.textContent).toContain('0.72, on 47 items')
})
