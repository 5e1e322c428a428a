import { describe, expect, it } from 'vitest'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { findSignUpInvitation } from '#db/queries/sign-up-invitations.server.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const DATABASE_URL = `file:${files.path('admin.sqlite')}`

async function addPerson(email: string) {
  const database = await openDatabase(DATABASE_URL)
  const at = new Date('2026-11-20T12:00:00Z')
  await database.orm
    .insert(database.tables.people)
    .values({ id: email, name: 'Kim Example', email, createdAt: at, updatedAt: at })
  await database.close()
}

describe('pmhc admin', () => {
  it('says so where there is no database, and makes none', async () => {
    const { status, stderr } = await pmhc(['admin', 'list'], { DATABASE_URL })
    expect(status).toBe(1)
    expect(stderr).toContain('There is no database at')
    expect(await pmhc(['admin', 'list'], { DATABASE_URL })).toMatchObject({ status: 1 })
  })

  it('makes a person an administrator, lists them, and ends it', async () => {
    await addPerson('kim@example.org')
    const added = await pmhc(['admin', 'add', 'Kim@Example.org'], { DATABASE_URL })
    expect(added).toMatchObject({ status: 0, stdout: '' })
    const listed = await pmhc(['admin', 'list'], { DATABASE_URL })
    expect(JSON.parse(listed.stdout)).toEqual([{ email: 'kim@example.org', name: 'Kim Example' }])
    expect(await pmhc(['admin', 'remove', 'kim@example.org'], { DATABASE_URL })).toMatchObject({ status: 0 })
    expect((await pmhc(['admin', 'list'], { DATABASE_URL })).stdout.trim()).toBe('[]')
  })

  it('lets somebody sign up where that takes an invitation', async () => {
    const environment = { DATABASE_URL, ORIGIN: 'https://pmhc.example' }
    const { status, stdout } = await pmhc(['admin', 'invite', 'First@example.org'], environment)
    expect(status).toBe(0)
    const link = new URL(stdout.trim())
    expect(link.origin + link.pathname).toBe('https://pmhc.example/sign-up')
    const database = await openDatabase(DATABASE_URL)
    const hash = hashOf(link.searchParams.get('invitation') ?? '')
    expect(await findSignUpInvitation(database, hash, new Date())).toBe('first@example.org')
    await database.close()
  })

  it('answers 1 where nobody has that address', async () => {
    const { status, stderr } = await pmhc(['admin', 'add', 'nobody@example.org'], { DATABASE_URL })
    expect(status).toBe(1)
    expect(stderr).toContain('Nobody has signed up with nobody@example.org')
  })
})
