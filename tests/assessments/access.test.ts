import { describe, expect, it } from 'vitest'
import {
  can,
  type Action,
  type Actions,
  type Actor,
  type Membership,
  type Role,
} from '#assessments/access.ts'

const agencyId = 'agency-1'
const partnerId = 'partner-1'
const member = (role: Role, changes: Partial<Membership> = {}): Actor => ({
  personId: 'person-1',
  administrator: false,
  memberships: [{ organizationId: agencyId, kind: 'agency', role, confirmed: true, ...changes }],
})
const stranger: Actor = { personId: 'person-2', administrator: false, memberships: [] }
const administrator: Actor = { personId: 'person-3', administrator: true, memberships: [] }

const organization = { organizationId: agencyId }
const assessment = { agencyId, partnerId, alone: false }
const subjects: Actions = {
  'public.read': null,
  'account.manage': null,
  'organization.create': null,
  'installation.administer': null,
  'organization.read': organization,
  'organization.edit': organization,
  'members.manage': organization,
  'membership.leave': organization,
  'log.read': organization,
  'records.export': organization,
  'progress.read': organization,
  'assessment.start': organization,
  'partnerships.manage': organization,
  'assessment.read': assessment,
  'assessment.answer': assessment,
  'assessment.assign': assessment,
  'assessment.submit': assessment,
  'differences.read': assessment,
  'differences.settle': assessment,
  'assessment.sign': assessment,
  'assessment.choose-partner': assessment,
  'assessment.reopen': assessment,
  'results.read': assessment,
  'text.redact': assessment,
}
const actions = Object.keys(subjects) as Action[]
const allowed = (actor: Actor) => actions.filter((action) => can(actor, action, subjects[action]))

const everyone = ['public.read']
const signedIn = [...everyone, 'account.manage', 'organization.create']
const viewer = [
  ...signedIn,
  'organization.read',
  'membership.leave',
  'progress.read',
  'assessment.read',
  'differences.read',
  'results.read',
]
const contributor = [...viewer, 'assessment.answer', 'differences.settle']

describe('can', () => {
  it('lets someone who is not signed in read what is public and nothing else', () => {
    expect(allowed(null)).toEqual(everyone)
  })

  it('gives a stranger to the organization nothing of it', () => {
    expect(allowed(stranger)).toEqual(signedIn)
  })

  it('lets a viewer read', () => {
    expect(allowed(member('viewer')).sort()).toEqual([...viewer].sort())
  })

  it('lets a contributor answer as well', () => {
    expect(allowed(member('contributor')).sort()).toEqual([...contributor].sort())
  })

  it('lets a coordinator do everything but run the installation', () => {
    expect(allowed(member('coordinator'))).toEqual(
      actions.filter((action) => action !== 'installation.administer'),
    )
  })

  it('lets an administrator run the installation and see no answers', () => {
    expect(allowed(administrator).sort()).toEqual([...signedIn, 'installation.administer'].sort())
  })

  it('keeps an organization that waits for confirmation to its own profile', () => {
    expect(allowed(member('coordinator', { confirmed: false })).sort()).toEqual(
      [...signedIn, 'organization.read', 'organization.edit', 'membership.leave'].sort(),
    )
  })

  it('does not take a membership elsewhere for one here', () => {
    expect(allowed(member('coordinator', { organizationId: 'agency-2' }))).toEqual(signedIn)
  })
})
