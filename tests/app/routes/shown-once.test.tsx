// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ShownOnce } from '#app/routes/tokens/shown-once.tsx'

afterEach(cleanup)

describe('a token that was just made', () => {
  it('is copied by a button', async () => {
    const user = userEvent.setup()
    render(<ShownOnce name="Dashboard" token="pmhc_1234" />)
    await user.click(screen.getByRole('button', { name: 'Copy the token' }))
    expect(await navigator.clipboard.readText()).toBe('pmhc_1234')
    expect(await screen.findByText('Copied.')).toBeDefined()
  })

  it('says so where the browser refuses to copy', async () => {
    const user = userEvent.setup()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('refused'))
    render(<ShownOnce name="Dashboard" token="pmhc_1234" />)
    await user.click(screen.getByRole('button', { name: 'Copy the token' }))
    expect(await screen.findByText(/Select it and copy it yourself/)).toBeDefined()
  })

  it('is there to be selected without scripts, and no button that does nothing', () => {
    const html = renderToString(<ShownOnce name="Dashboard" token="pmhc_1234" />)
    expect(html).toContain('pmhc_1234')
    expect(html).toContain('not shown again')
    expect(html).not.toContain('<button')
  })
})
