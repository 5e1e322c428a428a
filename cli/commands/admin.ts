import { listAdministrators, setAdministrator } from '#db/queries/people.server.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { withDatabase } from '../database.ts'
import { readParameters } from '../parameters.ts'

/** Says who runs the installation: the one thing that nobody can do in a browser. */
export async function run([verb, ...parameters]: readonly string[]): Promise<ExitStatus> {
  switch (verb) {
    case 'add':
    case 'remove':
      return change(readParameters(parameters, ['MAIL']).MAIL, verb === 'add')
    case 'list':
      readParameters(parameters, [])
      return list()
    default:
      throw new CalledWrongly(
        verb === undefined ? 'add, remove or list is missing.' : `What is "${verb}" for?`,
      )
  }
}

async function change(mail: string, administrator: boolean): Promise<ExitStatus> {
  if (!/^[^\s@]+@[^\s@]+$/.test(mail)) throw new CalledWrongly(`${mail} is no mail address.`)
  const found = await withDatabase((database) => setAdministrator(database, mail, administrator))
  if (found === null) return 1
  if (!found) {
    say(`Nobody has signed up with ${mail}. Sign up there first, and then run this again.`)
    return 1
  }
  say(`${mail} is ${administrator ? 'now' : 'no longer'} an administrator.`)
  return 0
}

async function list(): Promise<ExitStatus> {
  const people = await withDatabase(listAdministrators)
  if (people === null) return 1
  printJson(people.map(({ email, name }) => ({ email, name })))
  return 0
}
