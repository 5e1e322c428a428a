import { createHash, scryptSync } from 'node:crypto'
import { demoPassword, demoPeople } from '#app/accounts/demo-people.ts'
import type { Database } from '#db/database.server.ts'
import { writeAll } from '#db/write-all.server.ts'

/** The email address of somebody at an organization: one of those who sign in, or an invented one. */
export function mailOf(name: string, host: string): string {
  const known = demoPeople.find((person) => person.name === name)
  const local = name.toLowerCase().replace(/[^a-z]+/g, '.')
  return known?.email ?? `${local}@${host}`
}

/** Makes a person; whoever the sign-in page offers gets the password that it offers, others none. */
export async function addPerson(database: Database, name: string, host: string, at: Date): Promise<string> {
  const { people, accounts } = database.tables
  const id = crypto.randomUUID()
  const email = mailOf(name, host)
  const signsIn = demoPeople.some((person) => person.email === email)
  const moments = { createdAt: at, updatedAt: at }
  const account = { id: crypto.randomUUID(), accountId: id, userId: id, providerId: 'credential', ...moments }
  await writeAll(database, [
    (orm) => orm.insert(people).values({ id, name, email, emailVerified: true, ...moments }),
    ...(signsIn
      ? [(orm: Database['orm']) => orm.insert(accounts).values({ ...account, password: hashOf(email) })]
      : []),
  ])
  return id
}

/**
 * The demonstration's password as better-auth keeps passwords (scrypt), with a salt that is the same each
 * time: the password is printed on the sign-in page anyway, and the database is the same byte for byte.
 */
function hashOf(email: string): string {
  const salt = createHash('md5').update(email).digest('hex')
  const key = scryptSync(demoPassword.normalize('NFKC'), salt, 64, { N: 16384, r: 16, p: 1, maxmem: 2 ** 26 })
  return `${salt}:${key.toString('hex')}`
}
