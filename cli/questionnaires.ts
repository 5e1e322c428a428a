import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { slug, version } from '#assessments/identifiers.ts'
import type { Fault, Reading } from '#assessments/faults.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { CalledWrongly } from './command.ts'
import { readText } from './files.ts'

/** The folders that the program itself reads questionnaires from. */
export function questionnaireFolders(): string[] {
  const builtIn = fileURLToPath(new URL('../assessments/questionnaires', import.meta.url))
  return [builtIn, ...(process.env.QUESTIONNAIRES_DIR ? [process.env.QUESTIONNAIRES_DIR] : [])]
}

/** The file of `slug@version` among the program's own questionnaires. */
export function findVersionFile(name: string): string | undefined {
  const [named = '', numbered = '', ...rest] = name.split('@')
  if (rest.length > 0 || !slug.safeParse(named).success || !version.safeParse(numbered).success) {
    return undefined
  }
  return questionnaireFolders()
    .map((folder) => join(folder, named, `${numbered}.json`))
    .find((file) => existsSync(file))
}

/** Reads a questionnaire that is named as a file or as `slug@version`. */
export function readNamed(name: string): Reading<{ questionnaire: Questionnaire }> & { file: string } {
  const file = existsSync(name) ? name : findVersionFile(name)
  if (file === undefined) throw new CalledWrongly(`There is no file and no questionnaire ${name}.`)
  return { file, ...parseQuestionnaire(readText(file)) }
}

/** A fault in a line of its own, with its file. */
export function faultInFile(file: string, { path, reason }: Fault): string {
  return `${file}: ${path === '' ? reason : `${path}: ${reason}`}`
}
