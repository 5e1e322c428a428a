/** How a line or a shape looks. */
export interface Stroke {
  color?: string
  width?: number
  dash?: readonly [number, number]
}

export interface Lettering {
  size?: number
  bold?: boolean
  color?: string
  align?: 'left' | 'center' | 'right'
}

/** What a chart is drawn with: places in points from the top left of the chart. */
export interface Pen {
  line: (points: readonly (readonly [number, number])[], stroke?: Stroke) => void
  rectangle: (x: number, y: number, width: number, height: number, look: Filled) => void
  circle: (x: number, y: number, radius: number, look: Filled) => void
  /** One line of text on its baseline; `x` is its left end, middle or right end as it is aligned. */
  text: (x: number, y: number, text: string, lettering?: Lettering) => void
  widthOf: (text: string, lettering?: Lettering) => number
}

/** A shape is filled, has an outline, or both. */
export interface Filled extends Stroke {
  fill?: string
}

/** Draws a chart as wide as the page's text. */
export type Drawing = (pen: Pen, width: number) => void

/** Text cut to a width, with an ellipsis where something is missing. */
export function fitted(
  pen: Pick<Pen, 'widthOf'>,
  text: string,
  width: number,
  lettering?: Lettering,
): string {
  if (pen.widthOf(text, lettering) <= width) return text
  const characters = Array.from(text)
  let [fits, tooMany] = [0, characters.length]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    const cut = `${characters.slice(0, middle).join('')}…`
    if (pen.widthOf(cut, lettering) <= width) fits = middle
    else tooMany = middle
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`
}
