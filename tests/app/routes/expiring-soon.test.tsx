// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ExpiringSoon } from '#app/routes/organization-home/expiring-soon.tsx'
import { renderInRouter } from '#tests/support/in-router.tsx'

afterEach(cleanup)

test('says what will be deleted and when, with links to it, to all records and to the period', () => {
  const expiring = [{ id: 'one', title: 'A sample', asOf: 'March 1, 2022', on: 'December 23, 2026' }]
  renderInRouter(<ExpiringSoon organizationId="larkmoor" expiring={expiring} />)
  expect(screen.getByText('1 assessment will soon be deleted')).toBeTruthy()
  expect(screen.getByRole('listitem').textContent).toBe('A sample, as of March 1, 2022: on December 23, 2026')
  const to = (name: string) => screen.getByRole('link', { name }).getAttribute('href')
  expect(to('A sample, as of March 1, 2022')).toBe('/assessments/one')
  expect(to('download all records')).toBe('/organizations/larkmoor/records')
  expect(to('change the retention period')).toBe('/organizations/larkmoor/profile')
})
