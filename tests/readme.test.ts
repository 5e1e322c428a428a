import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')

describe('README.md', () => {
  it('tells every variable of the environment that the program reads', () => {
    const source = readFileSync('app/env.server.ts', 'utf8')
    const variables = [...source.matchAll(/^ {2}([A-Z_]{4,}): z/gm)].map((match) => match[1] ?? '')
    expect(variables.length).toBeGreaterThan(10)
    expect(variables.filter((name) => !readme.includes(`| \`${name}\``))).toEqual([])
  })

  it('names only npm commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const named = [...readme.matchAll(/npm (?:run (?:-s )?([\w:]+)|(test|start)\b)/g)]
    expect(new Set(named.map(([, run, short]) => run ?? short))).toEqual(new Set(Object.keys(scripts)))
  })

  it('tells every command of the command line', () => {
    const commands = readdirSync('cli/commands').map((file) => file.replace('.ts', ''))
    expect(
      commands.filter((name) => !readme.includes(`\`${name} `) && !readme.includes(`\`${name}\``)),
    ).toEqual([])
  })

  it('maps every folder, and links only to what is there', () => {
    const folders = readdirSync('.', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const generated = ['node_modules', 'build', 'data', 'coverage', 'test-results', 'public']
    const mapped = folders
      .map(({ name }) => name)
      .filter((name) => !generated.includes(name) && !name.startsWith('.'))
    expect(mapped.filter((name) => !new RegExp(`^${name}/`, 'm').test(readme))).toEqual([])
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !existsSync(link))).toEqual([])
  })

  it('lists every decision', () => {
    const index = readFileSync('docs/decisions/README.md', 'utf8')
    const decisions = readdirSync('docs/decisions').filter((file) => file !== 'README.md')
    expect(decisions.filter((file) => !index.includes(`(${file})`))).toEqual([])
  })
})
