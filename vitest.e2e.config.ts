import { defineConfig } from 'vitest/config'

/** End-to-end tests: the built program and a real browser. `npm test` builds first and names a browser. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/support/global-setup.ts'],
    setupFiles: ['tests/support/console-noise-fails.ts'],
    // Each file starts a server and a browser of its own.
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // As patient as the browser's own waiting: a busy machine is no failure.
    expect: { poll: { timeout: 15_000, interval: 50 } },
  },
})
