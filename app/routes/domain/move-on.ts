/** Marks a question that waits for something, and the link that leads on where none does. */
export const marksOf = {
  needs: (needs: boolean) => (needs ? { 'data-needs': '' } : {}),
  wayOn: { 'data-way-on': '' },
}

/**
 * Brings the focus from a question to the next that needs something, or else to the first; where none does,
 * to the link that leads on. Waits until the page shows what was just given.
 */
export function moveOn(card: HTMLElement | null) {
  if (!card) return
  requestAnimationFrame(() => {
    const open = [...document.querySelectorAll<HTMLElement>('[data-needs]')].filter((other) => other !== card)
    const after = open.find(
      (other) => (card.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    )
    const next = after ?? open[0] ?? document.querySelector<HTMLElement>('[data-way-on]') ?? card
    next.focus()
  })
}
