import { expect, it } from 'vitest'
import { changeSharing, endEnrollment } from '#db/queries/decide-enrollment.server.ts'
import { endPartnership } from '#db/queries/decide-partnership.server.ts'
import { giveConsent, listPossibleConsents, withdrawConsent } from '#db/queries/partner-consents.server.ts'
import { findSharing } from '#db/queries/sharing.server.ts'
import { addOrganization, addPerson, minute } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'
import { enroll } from '#tests/support/enrollment-builders.ts'
import { addPartnership } from '#tests/support/partnership-builders.ts'

const at = minute(10)

describeEngines('a partner’s consent', (engine) => {
  /** An agency that shares its answers with a program, and rates with a partner. */
  const addThree = async () => {
    const { database } = engine
    const [pat, ann, pia] = await Promise.all(['Pat', 'Ann', 'Pia'].map((name) => addPerson(database, name)))
    if (!pat || !ann || !pia) throw new Error('three were made')
    const programId = await addOrganization(database, pat, { kind: 'program', name: 'State Office' })
    const agencyId = await addOrganization(database, ann)
    const partnerId = await addOrganization(database, pia, { kind: 'partner', name: 'Adams Care' })
    const between = { programId, agencyId, by: { program: pat, agency: ann }, at }
    const enrollmentId = await enroll(database, between, 'answers')
    const both = { agencyId, partnerId, by: { agency: ann, partner: pia }, at }
    const partnershipId = await addPartnership(database, both)
    const consenting = { partnerId, partnershipId, programId, by: pia, at }
    const sees = async (of: string | null = partnershipId) =>
      (await findSharing(database, programId, agencyId, of))?.partner
    const agency = { organizationId: agencyId, by: ann, at }
    return { database, pia, agencyId, between, both, enrollmentId, partnershipId, consenting, sees, agency }
  }

  it('is given and taken back at any time, for what was rated in that partnership alone', async () => {
    const { database, consenting, sees, enrollmentId, agency } = await addThree()
    expect(await sees()).toBe(false)
    expect(await giveConsent(database, consenting)).toBe('done')
    expect(await giveConsent(database, consenting)).toBe('unknown')
    expect(await sees()).toBe(true)
    expect(await sees(null)).toBe(false)
    expect(await sees('another')).toBe(false)
    await changeSharing(database, { enrollmentId, ...agency }, { step: 'scores', notes: false })
    expect(await sees()).toBe(false)
    await changeSharing(database, { enrollmentId, ...agency }, { step: 'answers', notes: false })
    expect(await sees()).toBe(true)
    expect(await withdrawConsent(database, consenting)).toBe('done')
    expect(await withdrawConsent(database, consenting)).toBe('unknown')
    expect(await sees()).toBe(false)
    expect(await giveConsent(database, { ...consenting, at: minute(30) })).toBe('done')
    expect(await listPossibleConsents(database, consenting.partnerId)).toMatchObject([
      { program: { name: 'State Office' }, givenAt: minute(30), answersShared: true },
    ])
  })

  it('outlives the partnership, and can still be taken back', async () => {
    const { database, consenting, sees, partnershipId, agency } = await addThree()
    await giveConsent(database, consenting)
    await endPartnership(database, { partnershipId, ...agency })
    expect(await sees()).toBe(true)
    expect(await withdrawConsent(database, consenting)).toBe('done')
    expect(await sees()).toBe(false)
  })

  it('ends with the enrollment, and is asked for anew with the next', async () => {
    const { database, consenting, sees, enrollmentId, agency, between } = await addThree()
    await giveConsent(database, consenting)
    await endEnrollment(database, { enrollmentId, ...agency })
    expect(await listPossibleConsents(database, consenting.partnerId)).toEqual([])
    expect(await giveConsent(database, consenting)).toBe('unknown')
    await enroll(database, between, 'answers')
    expect(await sees()).toBe(false)
    expect(await listPossibleConsents(database, consenting.partnerId)).toMatchObject([{ givenAt: null }])
  })

  it('is the partner’s own to give, and to a program of the agency', async () => {
    const { database, pia, consenting, sees, agencyId } = await addThree()
    const otherPartner = await addOrganization(database, pia, { kind: 'partner', name: 'Birch' })
    const otherProgram = await addOrganization(database, pia, { kind: 'program', name: 'Another' })
    for (const wrong of [
      { partnerId: otherPartner },
      { partnerId: agencyId },
      { programId: otherProgram },
      { partnershipId: 'none' },
    ]) {
      expect(await giveConsent(database, { ...consenting, ...wrong })).toBe('unknown')
    }
    await giveConsent(database, consenting)
    expect(await withdrawConsent(database, { ...consenting, partnerId: otherPartner })).toBe('unknown')
    expect(await sees()).toBe(true)
  })
})
