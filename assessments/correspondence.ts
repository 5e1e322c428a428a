import { isComparable } from './change-entries.ts'
import { originsBetween } from './origins.ts'
import type { Questionnaire } from './questionnaire.ts'

/**
 * Which item of an older version each comparable item of a newer one goes back to, by id. *Same*,
 * *reworded* and *renamed* items go on; all other changes break off. Where the versions have none in common
 * that both go back to, nothing corresponds.
 *
 * @param lineage all known versions of one questionnaire, in any order
 */
export function correspondence(
  lineage: readonly Questionnaire[],
  olderVersion: string,
  newerVersion: string,
): Map<string, string> {
  const origins = originsBetween(lineage, olderVersion, newerVersion) ?? new Map<string, never>()
  return new Map(
    [...origins].flatMap(
      ([
        id,
        {
          from: [origin],
          change,
        },
      ]) => (origin !== undefined && isComparable(change) ? [[id, origin] as const] : []),
    ),
  )
}
