import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A console error or warning that a test didn't ask for is a failure: nobody reads it otherwise. */
beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  expect(console.error, 'console.error was called').not.toHaveBeenCalled()
  expect(console.warn, 'console.warn was called').not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
