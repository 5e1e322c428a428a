/** How many agencies came to more, less or the same, like for like; a score that moved less than half a point is the same. */
export interface Movement {
  improved: number
  declined: number
  same: number
  /** In both moments, and sharing too little to compare: another form, other items. */
  notComparable: number
}

export const noMovement = (): Movement => ({ improved: 0, declined: 0, same: 0, notComparable: 0 })

/** Counts one like-for-like change in whole points; null where too little was shared. */
export function countMovement(into: Movement, change: number | null): void {
  if (change === null) into.notComparable += 1
  else if (change > 0) into.improved += 1
  else if (change < 0) into.declined += 1
  else into.same += 1
}

/** How many agencies a movement stands on. */
export function compared({ improved, declined, same }: Movement): number {
  return improved + declined + same
}
