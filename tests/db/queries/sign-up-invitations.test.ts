import { expect, it } from 'vitest'
import { changeEmail, findPerson } from '#db/queries/people.server.ts'
import { findSignUpInvitation, inviteToSignUp } from '#db/queries/sign-up-invitations.server.ts'
import { describeEngines } from '#tests/support/engines.ts'

const at = new Date('2026-03-01T12:00:00Z')
const expiresAt = new Date('2026-03-15T12:00:00Z')

describeEngines('findSignUpInvitation', (engine) => {
  const addPerson = (id: string, email: string) =>
    engine.database.orm
      .insert(engine.database.tables.people)
      .values({ id, name: id, email, emailVerified: true, createdAt: at, updatedAt: at })

  it('knows the address until the link expires', async () => {
    await inviteToSignUp(engine.database, { tokenHash: 'h', email: 'New@Example.org', expiresAt, at })
    expect(await findSignUpInvitation(engine.database, 'h', at)).toBe('new@example.org')
    expect(await findSignUpInvitation(engine.database, 'h', expiresAt)).toBeUndefined()
    expect(await findSignUpInvitation(engine.database, 'other', at)).toBeUndefined()
  })

  it('knows nothing once the address has an account', async () => {
    await inviteToSignUp(engine.database, { tokenHash: 'h', email: 'new@example.org', expiresAt, at })
    await addPerson('p', 'new@example.org')
    expect(await findSignUpInvitation(engine.database, 'h', at)).toBeUndefined()
  })

  it('changeEmail gives an unconfirmed address, and refuses one that another account has', async () => {
    await addPerson('p', 'p@example.org')
    await addPerson('q', 'q@example.org')
    expect(await changeEmail(engine.database, 'p', 'Q@example.org', at)).toBe('taken')
    expect(await changeEmail(engine.database, 'p', 'New@example.org', at)).toBe('changed')
    expect(await findPerson(engine.database, 'p')).toMatchObject({
      email: 'new@example.org',
      emailVerified: false,
    })
  })
})
