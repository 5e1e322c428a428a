import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import type { Fault } from '#assessments/faults.ts'
import { readJson } from '#assessments/json-text.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { parseQuestionnaire } from '#assessments/read-questionnaire.ts'
import { readText } from './files.ts'
import { questionnaireFolders } from './questionnaires.ts'

/** A version as its file names it, faulty or not. */
export interface KnownVersion {
  file: string
  slug: string
  version: string
  /** The version that it says it revises. */
  revises: string | undefined
}

/** A file that was read: what it is called, what it holds if it is valid, and what is wrong with it. */
export interface ReadFile {
  file: string
  named: KnownVersion | null
  questionnaire: Questionnaire | null
  faults: Fault[]
}

const naming = z.object({
  slug: z.string(),
  version: z.string(),
  revises: z.object({ version: z.string() }).optional().catch(undefined),
})

/** Reads a file of a questionnaire, however faulty it is. */
export function readFile(file: string): ReadFile {
  const text = readText(file)
  const reading = parseQuestionnaire(text)
  return {
    file,
    named: nameIn(file, text),
    questionnaire: reading.status === 'valid' ? reading.questionnaire : null,
    faults: reading.status === 'valid' ? [] : reading.faults,
  }
}

function nameIn(file: string, text: string): KnownVersion | null {
  const reading = readJson(text)
  const named = naming.safeParse(reading.status === 'read' ? reading.json : null).data
  return named ? { file, ...named, revises: named.revises?.version } : null
}

/** The other versions of a questionnaire that a file stands among: in its folder, then the program's own. */
export function versionsAround(file: string, slug: string): KnownVersion[] {
  const folders = [dirname(resolve(file)), ...questionnaireFolders().map((folder) => join(folder, slug))]
  const files = [...new Set(folders.flatMap(jsonFilesIn))].filter((other) => other !== resolve(file))
  const named = files.flatMap((other) => nameIn(other, readText(other)) ?? [])
  return named.filter((other) => other.slug === slug).sort(wellNamedFirst)
}

function jsonFilesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  const names = readdirSync(folder, { withFileTypes: true })
  return names
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
}

/** What stands where the program would look for it comes before copies and attempts. */
function wellNamedFirst(a: KnownVersion, b: KnownVersion): number {
  const rank = ({ file, version }: KnownVersion) => (basename(file) === `${version}.json` ? 0 : 1)
  return rank(a) - rank(b)
}

/** The versions that a version goes back to, if that leads back to itself: `['1.0.0', '1.1.0', '1.0.0']`. */
export function circleFrom(start: KnownVersion, known: readonly KnownVersion[]): string[] | null {
  const way = [start.version]
  let next = start.revises
  while (next !== undefined && !way.includes(next)) {
    way.push(next)
    next = known.find(({ version }) => version === way.at(-1))?.revises
  }
  return next === start.version ? [...way, next] : null
}
