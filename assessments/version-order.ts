import { gt, major, minor, rcompare, valid } from 'semver'

/** Whether one version is higher than another; null where either is no version. */
export function isHigherVersion(version: string, other: string): boolean | null {
  return valid(version) === null || valid(other) === null ? null : gt(version, other)
}

/** Sorts versions, the highest first. */
export function newestFirst(a: { version: string }, b: { version: string }): number {
  return rcompare(a.version, b.version)
}

/** Which part of the number differs first. Both must be versions. */
export function bumpBetween(older: string, newer: string): 'major' | 'minor' | 'patch' {
  if (major(older) !== major(newer)) return 'major'
  return minor(older) === minor(newer) ? 'patch' : 'minor'
}
