import { expect, it } from 'vitest'
import { listActivities } from '#db/queries/activities.server.ts'
import {
  countWorkingTokens,
  findWorkingToken,
  listTokens,
  makeToken,
  rememberUse,
  revokeToken,
} from '#db/queries/api-tokens.server.ts'
import { addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

describeEngines('tokens of the API', (engine) => {
  const made = async (name = 'Dashboard', expiresAt = minute(1000)) => {
    const { database } = engine
    const by = await addPerson(database, `Ann ${name}`)
    const organizationId = await addOrganization(database, by)
    const token = { organizationId, name, tokenHash: `hash of ${name}`, expiresAt, by, at: minute(1) }
    return { database, by, organizationId, ...(await makeToken(database, token)) }
  }

  it('are found by their hash, with their organization, until they expire', async () => {
    const { database, id, organizationId } = await made()
    const found = (at: Date) => findWorkingToken(database, 'hash of Dashboard', at)
    expect(await found(minute(2))).toMatchObject({ token: { id }, organization: { id: organizationId } })
    expect(await found(minute(999))).toBeDefined()
    expect(await found(minute(1000))).toBeUndefined()
    expect(await findWorkingToken(database, 'another hash', minute(2))).toBeUndefined()
  })

  it('are listed without their hash, expired ones too, and revoked ones no more', async () => {
    const { database, id, organizationId, by } = await made()
    const [listed, ...others] = await listTokens(database, organizationId)
    expect(others).toEqual([])
    expect(listed).toEqual({
      ...{ id, name: 'Dashboard', createdAt: minute(1), expiresAt: minute(1000) },
      ...{ lastUsedAt: null, createdByName: 'Ann Dashboard' },
    })
    expect(await countWorkingTokens(database, organizationId, minute(2))).toBe(1)
    expect(await countWorkingTokens(database, organizationId, minute(1000))).toBe(0)
    await revokeToken(database, { organizationId, tokenId: id, by, at: minute(3) })
    expect(await listTokens(database, organizationId)).toEqual([])
    expect(await countWorkingTokens(database, organizationId, minute(4))).toBe(0)
  })

  it('are revoked once, by their own organization alone, and the log says so', async () => {
    const { database, id, organizationId, by } = await made()
    const other = await made('Other')
    const revoke = (organization: string) =>
      revokeToken(database, { organizationId: organization, tokenId: id, by, at: minute(3) })
    expect(await revoke(other.organizationId)).toBe(false)
    expect(await findWorkingToken(database, 'hash of Dashboard', minute(3))).toBeDefined()
    expect(await revoke(organizationId)).toBe(true)
    expect(await revoke(organizationId)).toBe(false)
    expect(await findWorkingToken(database, 'hash of Dashboard', minute(3))).toBeUndefined()
    const log = await listActivities(database, organizationId, { limit: 10 })
    expect(log.filter(({ subject }) => subject === id).map(({ action }) => action)).toEqual([
      'token.revoked',
      'token.made',
    ])
  })

  it('remember when they were used, at most once a minute', async () => {
    const { database, organizationId } = await made()
    const useAt = async (at: Date) => {
      const found = await findWorkingToken(database, 'hash of Dashboard', at)
      if (found) await rememberUse(database, found.token, at)
      return (await listTokens(database, organizationId))[0]?.lastUsedAt
    }
    const seconds = (count: number) => new Date(minute(5).getTime() + count * 1000)
    expect(await useAt(seconds(0))).toEqual(seconds(0))
    expect(await useAt(seconds(59))).toEqual(seconds(0))
    expect(await useAt(seconds(60))).toEqual(seconds(60))
  })
})
