import { hashOf, newSecret } from '#app/accounts/link-secret.server.ts'
import { listAdministrators, setAdministrator } from '#db/queries/people.server.ts'
import { inviteToSignUp } from '#db/queries/sign-up-invitations.server.ts'
import { CalledWrongly, print, printJson, say, type ExitStatus } from '../command.ts'
import { withDatabase } from '../database.ts'
import { readParameters } from '../parameters.ts'

const twoWeeks = 14 * 24 * 60 * 60_000

/** Says who runs the installation: the one thing that nobody can do in a browser. */
export async function run([verb, ...parameters]: readonly string[]): Promise<ExitStatus> {
  switch (verb) {
    case 'add':
    case 'remove':
      return change(readParameters(parameters, ['MAIL']).MAIL, verb === 'add')
    case 'invite':
      return letSignUp(readParameters(parameters, ['MAIL']).MAIL)
    case 'list':
      readParameters(parameters, [])
      return list()
    default:
      throw new CalledWrongly(
        verb === undefined ? 'add, remove, invite or list is missing.' : `What is "${verb}" for?`,
      )
  }
}

function checkMail(mail: string) {
  if (!/^[^\s@]+@[^\s@]+$/.test(mail)) throw new CalledWrongly(`${mail} is no email address.`)
}

async function change(mail: string, administrator: boolean): Promise<ExitStatus> {
  checkMail(mail)
  const found = await withDatabase((database) => setAdministrator(database, mail, administrator))
  if (found === null) return 1
  if (!found) {
    say(`Nobody has signed up with ${mail}. Sign up there first, and then run this again.`)
    return 1
  }
  say(`${mail} is ${administrator ? 'now' : 'no longer'} an administrator.`)
  return 0
}

/** Where sign-up is by invitation only, somebody has to be the first: prints the link to hand over. */
async function letSignUp(mail: string): Promise<ExitStatus> {
  checkMail(mail)
  const at = new Date()
  const secret = newSecret()
  const invitation = {
    tokenHash: hashOf(secret),
    email: mail,
    expiresAt: new Date(at.getTime() + twoWeeks),
    at,
  }
  const invited = await withDatabase(async (database) => {
    await inviteToSignUp(database, invitation)
    return true
  })
  if (!invited) return 1
  const origin = process.env.ORIGIN ?? `http://localhost:${process.env.PORT ?? '3000'}`
  print(`${origin}/sign-up?${new URLSearchParams({ invitation: secret }).toString()}`)
  say(`With this link ${mail} can sign up within two weeks.`)
  return 0
}

async function list(): Promise<ExitStatus> {
  const people = await withDatabase(listAdministrators)
  if (people === null) return 1
  printJson(people.map(({ email, name }) => ({ email, name })))
  return 0
}
