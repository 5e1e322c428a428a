import { existsSync } from 'node:fs'
import { CalledWrongly, say, type Command, type ExitStatus } from './command.ts'
import { admin } from './commands/admin.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { score } from './commands/score.ts'
import { verify } from './commands/verify.ts'

const commands: Record<string, Command> = { check, diff, score, verify, admin }

const overview = [
  'Usage: npm run -s pmhc -- COMMAND',
  '',
  ...Object.values(commands).map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
  '',
  'Exit status: 0 it holds or is done, 1 it does not hold or could not be done, 2 called wrongly.',
].join('\n')

async function main([name = '', ...parameters]: readonly string[]): Promise<ExitStatus> {
  if (['help', '--help', '-h'].includes(name)) {
    say(overview)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    say(`${name === '' ? 'COMMAND is missing.' : `There is no command "${name}".`}\n\n${overview}`)
    return 2
  }
  try {
    return await command.run(parameters)
  } catch (error) {
    if (error instanceof CalledWrongly) {
      say(`${error.message}\nUsage: npm run -s pmhc -- ${command.usage}`)
      return 2
    }
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}

if (existsSync('.env')) process.loadEnvFile('.env')
process.exitCode = await main(process.argv.slice(2))
