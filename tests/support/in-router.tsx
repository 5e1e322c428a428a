import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'

/** Renders what holds links, as a page under `path`. */
export function renderInRouter(page: ReactElement, path = '/') {
  const future = {
    v7_relativeSplatPath: true,
    v7_fetcherPersist: true,
    v7_normalizeFormMethod: true,
  } as const
  const router = createMemoryRouter([{ path: '*', element: page }], { initialEntries: [path], future })
  return render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
}
