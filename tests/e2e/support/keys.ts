import type { Page } from 'playwright-core'

/** Where the focus is, as a person who sees the page would say it. */
export interface Stop {
  /** Its text, or the label of its field. */
  name: string
  /** The item that it is in, if any. */
  item: string | null
  id: string
  kind: string
  /** Whether something is drawn around it. */
  marked: boolean
  /** Whether it is in the window, with nothing on top of it. */
  inSight: boolean
}

/** Describes what has the focus; null where that is the page as a whole. */
export function focused(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return null
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    const drawn = [getComputedStyle(element)]
    // A radio button's and a box's circle and square are drawn by its label.
    if (label) drawn.push(getComputedStyle(label, '::before'))
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [from, to] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)]
    const above = document.elementFromPoint((left + right) / 2, (from + to) / 2)
    const own = [element, label].some((one) => one?.contains(above) ?? false)
    const text = element.getAttribute('aria-label') ?? label?.innerText ?? element.innerText
    return {
      name: text.replaceAll(/\s+/g, ' ').trim(),
      item: element.closest('section.item')?.id ?? null,
      id: element.id,
      kind: element.tagName.toLowerCase(),
      marked: drawn.some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
      ),
      inSight: from < to && own,
    }
  })
}

/** Presses Tab until what has the focus is what is looked for. */
export async function tabTo(page: Page, wanted: (stop: Stop) => boolean, most = 200): Promise<Stop> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    if (stop && wanted(stop)) return stop
  }
  throw new Error(`${page.url()}: not reached by ${most} tabs`)
}

/** How long something may take to glide into the window, in milliseconds. */
const patience = 5_000

/** What has the focus, once it has come to rest: the link that skips the navigation glides into the window. */
async function atRest(page: Page): Promise<Stop | null> {
  const deadline = Date.now() + patience
  for (;;) {
    const stop = await focused(page)
    if (stop === null || stop.inSight || Date.now() > deadline) return stop
    await page.waitForTimeout(50)
  }
}

/** Every stop from the top of the page to its end. */
export async function allStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (;;) {
    await page.keyboard.press('Tab')
    const stop = await atRest(page)
    if (!stop || stops.length > 500) return stops
    stops.push(stop)
  }
}
