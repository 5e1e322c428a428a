/** Orders by name as English does, whatever the engine's own order of text is. */
export function byName(one: { name: string }, other: { name: string }): number {
  return one.name.localeCompare(other.name, 'en')
}
