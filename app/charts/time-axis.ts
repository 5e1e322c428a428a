/** A calendar date as a whole number of days, so that the distance between two rounds is a true one. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

/** The first and the last place of an axis; one round alone stands in its middle. */
export function timeSpan(days: readonly number[]): [number, number] {
  const first = Math.min(...days)
  const last = Math.max(...days)
  return first === last ? [first - 1, last + 1] : [first, last]
}

/**
 * Which of some places, in rising order, can carry a text of `width` without touching another: the last and
 * the first always where both fit, then the others from the right.
 */
export function withRoom(places: readonly number[], width: number): boolean[] {
  const last = places.length - 1
  const kept: number[] = []
  const fits = (place: number) => kept.every((other) => Math.abs(other - place) >= width)
  const chosen = new Set<number>()
  for (const index of [last, 0, ...places.keys()].sort((a, b) => rankOf(a, last) - rankOf(b, last))) {
    const place = places[index]
    if (place === undefined || chosen.has(index) || !fits(place)) continue
    kept.push(place)
    chosen.add(index)
  }
  return places.map((_, index) => chosen.has(index))
}

/** The last comes first, then the first, then the others from the right. */
function rankOf(index: number, last: number): number {
  if (index === last) return -2
  return index === 0 ? -1 : last - index
}
