import { existsSync } from 'node:fs'
import { CalledWrongly, say, type Command, type ExitStatus } from './command.ts'

const commands: Record<string, Command> = {
  check: {
    usage: 'check FILE…',
    summary: 'is this a valid questionnaire? Every fault at once, as JSON and in words',
    load: () => import('./commands/check.ts'),
  },
  diff: {
    usage: 'diff OLD NEW [--json]',
    summary: 'what the new version did to each item; OLD and NEW are files or slug@version',
    load: () => import('./commands/diff.ts'),
  },
  impact: {
    usage: 'impact SLUG@VERSION',
    summary: 'what a version, a draft too, means for the assessments in the database',
    load: () => import('./commands/impact.ts'),
  },
  score: {
    usage: 'score [QUESTIONNAIRE] RESPONSES',
    summary:
      'the scorecard of a file of responses, or of each assessment of an exported JSON; QUESTIONNAIRE is a file or slug@version',
    load: () => import('./commands/score.ts'),
  },
  fhir: {
    usage: 'fhir questionnaire QUESTIONNAIRE | fhir read FILE | fhir losses',
    summary: 'writes a questionnaire as FHIR R4, reads FHIR R4, or tells what that loses',
    load: () => import('./commands/fhir.ts'),
  },
  export: {
    usage:
      'export --assessment ID | --agency ID | --program ID [--filter QUERY] [--format csv|xlsx|json|ndjson|fhir] [--out FOLDER] | export --check FOLDER',
    summary:
      'writes final assessments, as far as they are shared, to files with a manifest; without --out as JSON to standard output; --check tells whether files arrived whole',
    load: () => import('./commands/export.ts'),
  },
  import: {
    usage: 'import FILE [--time-zone ZONE]',
    summary:
      'puts the final assessments of an exported JSON, with their agencies, into the database, after scoring them again',
    load: () => import('./commands/import.ts'),
  },
  verify: {
    usage: 'verify',
    summary: 'rescores every frozen copy in the database and names any that differ',
    load: () => import('./commands/verify.ts'),
  },
  backup: {
    usage: 'backup FILE',
    summary: 'copies the database to a new file, while the program is running',
    load: () => import('./commands/backup.ts'),
  },
  restore: {
    usage: 'restore FILE',
    summary: 'puts a backup in the place of the database after checking it; stop the program first',
    load: () => import('./commands/restore.ts'),
  },
  admin: {
    usage: 'admin add MAIL | admin remove MAIL | admin invite MAIL | admin list',
    summary: 'makes a person an administrator, ends that, lets a first one sign up, or lists them',
    load: () => import('./commands/admin.ts'),
  },
}

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
    const { run } = await command.load()
    return await run(parameters)
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
