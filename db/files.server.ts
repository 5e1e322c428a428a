import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import path from 'node:path'

/** Puts a file in the place of another, durably: at any moment one of the two is there, and whole. */
export function replaceFile(from: string, to: string): void {
  syncPath(from)
  renameSync(from, to)
  syncPath(path.dirname(to))
}

/** Returns once the disk has what was written to a file or folder. */
export function syncPath(file: string): void {
  const descriptor = openSync(file, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
