import { parseArgs, type ParseArgsConfig } from 'node:util'
import { CalledWrongly } from './command.ts'

/** Reads a command's parameters: exactly these, by name, and the switches that it knows. */
export function readParameters<const Name extends string, const Switch extends string = never>(
  parameters: readonly string[],
  names: readonly Name[],
  switches: readonly Switch[] = [],
): Record<Name, string> & Record<Switch, boolean> {
  const { positionals, values } = parse(parameters, switches)
  if (positionals.length < names.length) {
    throw new CalledWrongly(`${names[positionals.length] ?? ''} is missing.`)
  }
  if (positionals.length > names.length) {
    throw new CalledWrongly(`What is "${positionals[names.length] ?? ''}" for?`)
  }
  const named = names.map((name, i) => [name, positionals[i]])
  const switched = switches.map((name) => [name, values[name] === true])
  return Object.fromEntries([...named, ...switched]) as Record<Name, string> & Record<Switch, boolean>
}

/** Reads a list of at least one parameter, all of a kind. */
export function readList(parameters: readonly string[], name: string): string[] {
  const { positionals } = parse(parameters, [])
  if (positionals.length === 0) throw new CalledWrongly(`${name} is missing.`)
  return positionals
}

function parse(parameters: readonly string[], switches: readonly string[]) {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const name of switches) options[name] = { type: 'boolean' }
  try {
    return parseArgs({ args: [...parameters], options, allowPositionals: true })
  } catch (error) {
    if (error instanceof TypeError) throw new CalledWrongly(error.message)
    throw error
  }
}

/** Reads parameters that are named, as `--agency ID`, beside those that stand by themselves. */
export function readNamedParameters<const Name extends string>(
  parameters: readonly string[],
  names: readonly Name[],
): { positionals: string[]; values: Partial<Record<Name, string>> } {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { positionals, values } = parseArgs({ args: [...parameters], options, allowPositionals: true })
    return { positionals, values: values as Partial<Record<Name, string>> }
  } catch (error) {
    if (error instanceof TypeError) throw new CalledWrongly(error.message)
    throw error
  }
}
