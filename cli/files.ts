import { readFileSync } from 'node:fs'
import { CalledWrongly } from './command.ts'

/** The text of a file that was named on the command line. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') throw new CalledWrongly(`There is no file ${file}.`)
    if (code === 'EISDIR') throw new CalledWrongly(`${file} is a folder.`)
    throw error
  }
}
