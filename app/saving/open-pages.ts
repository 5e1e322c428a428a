const prefix = 'pmhc-page-'

/** Says to other tabs that this page is open, until it is closed, crashed or reloaded. */
export function announcePage(page: string): void {
  // Held by the browser for as long as the page lives: the promise never ends.
  lockManager()
    ?.request(`${prefix}${page}`, () => new Promise<never>(() => undefined))
    .catch(() => undefined)
}

/**
 * Tells which pages are open in this browser. Without https there is no telling; then none is, and a save
 * that two pages send is still applied only once, because both send it with the same id.
 */
export async function openPages(): Promise<(page: string) => boolean> {
  const held = (await lockManager()?.query())?.held ?? []
  const names = new Set(held.map(({ name }) => name))
  return (page) => names.has(`${prefix}${page}`)
}

function lockManager(): LockManager | undefined {
  return 'locks' in navigator ? navigator.locks : undefined
}
