// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link } from '@remix-run/react'
import { afterEach, expect, test } from 'vitest'
import { useArrival } from '#app/routes/domain/use-arrival.ts'
import { renderInRouter } from '#tests/support/in-router.tsx'

afterEach(cleanup)

function Items() {
  useArrival()
  return (
    <>
      <section id="care.first" tabIndex={-1} aria-label="First" />
      <section id="care.second" tabIndex={-1} aria-label="Second" />
      <Link to="/#care.second">Second</Link>
    </>
  )
}

test('whoever is led to an item has the focus in it, also from within the page', async () => {
  renderInRouter(<Items />, '/#care.first')
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'First' }))
  await userEvent.click(screen.getByRole('link'))
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Second' }))
})

test('an address that names no item moves no focus', () => {
  renderInRouter(<Items />, '/#%E0%A4%A')
  expect(document.activeElement).toBe(document.body)
})
