import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which folders each folder may import from, itself included. */
const allowed: Record<string, readonly string[]> = {
  assessments: ['assessments'],
  db: ['db', 'assessments'],
  app: ['app', 'db', 'assessments'],
}

const importOf = /(?:from|import)\s*\(?\s*'((?:\.{1,2}|#)[^']*)'/g

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

/** The project's own files that a file imports. */
function importsOf(file: string): string[] {
  const found = [...readFileSync(file, 'utf8').matchAll(importOf)].map((match) => match[1] ?? '')
  return found.map((name) => (name.startsWith('#') ? name.slice(1) : normalize(join(dirname(file), name))))
}

const graph = new Map(
  Object.keys(allowed)
    .flatMap(filesIn)
    .map((file) => [file, importsOf(file)]),
)

function cycleFrom(file: string, trail: readonly string[], done: Set<string>): string[] | null {
  if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
  if (done.has(file)) return null
  for (const next of graph.get(file) ?? []) {
    const cycle = cycleFrom(next, [...trail, file], done)
    if (cycle) return cycle
  }
  done.add(file)
  return null
}

describe('the folders', () => {
  it('hold files whose imports this test can read', () => {
    expect(graph.size).toBeGreaterThan(50)
    expect(graph.get('app/root.tsx')).toContain('app/components/site-header.tsx')
  })

  it.each(Object.keys(allowed))('let %s import only what the design allows', (folder) => {
    const wrong = [...graph]
      .filter(([file]) => file.startsWith(`${folder}/`))
      .flatMap(([file, imports]) => imports.map((name) => ({ file, name })))
      .filter(({ name }) => !allowed[folder]?.includes(name.split('/')[0] ?? ''))
    expect(wrong).toEqual([])
  })

  it('switch a rule of lint off only with the reason beside it', () => {
    const unexplained = [...graph.keys()].filter((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .some((line) => line.includes('eslint-disable') && !/eslint-disable\S* \S+ -- \S/.test(line)),
    )
    expect(unexplained).toEqual([])
  })

  it('import each other without a cycle', () => {
    const done = new Set<string>()
    const cycles = [...graph.keys()]
      .map((file) => cycleFrom(file, [], done))
      .filter((cycle) => cycle !== null)
    expect(cycles).toEqual([])
  })
})
