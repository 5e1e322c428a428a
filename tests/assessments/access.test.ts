import { describe, expect, it } from 'vitest'
import {
  can,
  sideOf,
  type Action,
  type Actions,
  type Actor,
  type Membership,
  type Role,
} from '#assessments/access.ts'
import { everything, type Sharing } from '#assessments/sharing.ts'

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
const programId = 'program-1'
const followed = { programId, sharing: everything }
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
  'sharing.read': organization,
  'sharing.manage': organization,
  'exports.make': organization,
  'tokens.manage': organization,
  'portfolio.read': organization,
  'portfolio.arrange': organization,
  'portfolio.remind': organization,
  'enrollments.manage': organization,
  'followed.read': followed,
  'followed.scores': followed,
  'followed.answers': followed,
  'followed.notes': followed,
  'followed.partner': followed,
  'assessment.read': assessment,
  'assessment.answer': assessment,
  'assessment.assign': assessment,
  'assessment.submit': assessment,
  'differences.read': assessment,
  'differences.settle': assessment,
  'assessment.sign': assessment,
  'assessment.choose-partner': assessment,
  'assessment.move': assessment,
  'assessment.reopen': assessment,
  'results.read': assessment,
  'copies.read': assessment,
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
  'sharing.read',
  'exports.make',
  'assessment.read',
  'differences.read',
  'results.read',
  'copies.read',
]
const ofPrograms = actions.filter((action) => /^(portfolio|enrollments|followed)\./.test(action))
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

  it('lets a coordinator do everything but run the installation and what programs do', () => {
    expect(allowed(member('coordinator'))).toEqual(
      actions.filter((action) => action !== 'installation.administer' && !ofPrograms.includes(action)),
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

const partnerMember = (role: Role, changes: Partial<Membership> = {}) =>
  member(role, { organizationId: partnerId, kind: 'partner', ...changes })
const bothOf = (agencyRole: Role, partnerRole: Role): Actor => ({
  personId: 'person-4',
  administrator: false,
  memberships: [
    { organizationId: partnerId, kind: 'partner', role: partnerRole, confirmed: true },
    { organizationId: agencyId, kind: 'agency', role: agencyRole, confirmed: true },
  ],
})
const onAssessments = actions.filter((action) => subjects[action] === assessment)
const allowedOn = (actor: Actor, subject: Actions['assessment.read']) =>
  onAssessments.filter((action) => can(actor, action as 'assessment.read', subject)).sort()

/** What each role may do to an assessment, by side; alone: once it went on without the partner. */
const byRole: Record<Role, { agency: string[]; partner: string[]; alone: string[] }> = {
  viewer: {
    agency: ['assessment.read', 'copies.read', 'differences.read', 'results.read'],
    partner: ['assessment.read', 'copies.read', 'differences.read', 'results.read'],
    alone: ['assessment.read', 'copies.read'],
  },
  contributor: {
    agency: [
      'assessment.answer',
      'assessment.read',
      'copies.read',
      'differences.read',
      'differences.settle',
      'results.read',
    ],
    partner: [
      'assessment.answer',
      'assessment.read',
      'copies.read',
      'differences.read',
      'differences.settle',
      'results.read',
    ],
    alone: ['assessment.answer', 'assessment.read', 'copies.read'],
  },
  coordinator: {
    agency: [...onAssessments].sort(),
    partner: [
      ...[
        'assessment.answer',
        'assessment.assign',
        'assessment.read',
        'assessment.sign',
        'assessment.submit',
      ],
      ...['copies.read', 'differences.read', 'differences.settle', 'results.read', 'text.redact'],
    ],
    alone: [
      ...[
        'assessment.answer',
        'assessment.assign',
        'assessment.read',
        'assessment.sign',
        'assessment.submit',
      ],
      ...['copies.read', 'text.redact'],
    ],
  },
}
const roles = Object.keys(byRole) as Role[]

describe('can, of an assessment with a partner', () => {
  it.each(roles)('gives a %s of the agency the same, with the partner, alone and without one', (role) => {
    const { agency } = byRole[role]
    for (const subject of [
      assessment,
      { ...assessment, alone: true },
      { agencyId, partnerId: null, alone: false },
    ]) {
      expect(allowedOn(member(role), subject)).toEqual(agency)
    }
  })

  it.each(roles)('lets a %s of the partner act for its own side, and not choose or reopen', (role) => {
    expect(allowedOn(partnerMember(role), assessment)).toEqual(byRole[role].partner)
  })

  it.each(roles)('leaves a %s of a partner that was released its own side', (role) => {
    expect(allowedOn(partnerMember(role), { ...assessment, alone: true })).toEqual(byRole[role].alone)
  })

  it.each(roles)('gives a %s of the partner nothing of assessments that it isn’t asked to', (role) => {
    for (const subject of [
      { agencyId, partnerId: null, alone: false },
      { agencyId, partnerId: 'partner-2', alone: false },
      { agencyId: 'agency-2', partnerId: null, alone: false },
    ]) {
      expect(allowedOn(partnerMember(role), subject)).toEqual([])
    }
  })

  it.each(roles)('gives a %s of the partner nothing of the agency but the assessment', (role) => {
    const others = actions.filter((action) => subjects[action] === organization)
    expect(others.filter((action) => can(partnerMember(role), action, subjects[action]))).toEqual([])
  })

  it('keeps an organization that waits for confirmation from rating with others', () => {
    for (const role of roles) {
      expect(allowedOn(partnerMember(role, { confirmed: false }), assessment)).toEqual([])
    }
  })

  it.each(roles.flatMap((one) => roles.map((other) => [one, other] as const)))(
    'takes a %s of the agency who is a %s of the partner for the agency’s, with no more than that role',
    (agencyRole, partnerRole) => {
      const actor = bothOf(agencyRole, partnerRole)
      expect(allowedOn(actor, assessment)).toEqual(byRole[agencyRole].agency)
      expect(allowedOn(actor, { ...assessment, alone: true })).toEqual(byRole[agencyRole].agency)
      expect(allowedOn(actor, { ...assessment, agencyId: 'agency-2' })).toEqual(byRole[partnerRole].partner)
    },
  )

  it('gives strangers, administrators and people who aren’t signed in nothing', () => {
    for (const actor of [null, stranger, administrator]) {
      expect(allowedOn(actor, assessment)).toEqual([])
      expect(allowedOn(actor, { ...assessment, alone: true })).toEqual([])
    }
  })
})

const programMember = (role: Role, changes: Partial<Membership> = {}) =>
  member(role, { organizationId: programId, kind: 'program', ...changes })
const onFollowed = actions.filter((action) => subjects[action] === followed)
const seen = (actor: Actor, sharing: Sharing | null) =>
  onFollowed.filter((action) => can(actor, action as 'followed.read', { programId, sharing }))

describe('can, of an agency that a program follows', () => {
  it.each<[string, Sharing | null, string[]]>([
    ['has not accepted, or ended it', null, []],
    ['shares its profile', { ...everything, step: 'profile' }, ['read']],
    ['shares scores', { ...everything, step: 'scores' }, ['read', 'scores']],
    ['shares answers', { step: 'answers', notes: false, partner: false }, ['read', 'scores', 'answers']],
    ['shares notes too', { ...everything, partner: false }, ['read', 'scores', 'answers', 'notes']],
    ['whose partner agreed', { ...everything, notes: false }, ['read', 'scores', 'answers', 'partner']],
  ])('lets every role see what is shared and no more, where it %s', (_what, sharing, expected) => {
    for (const role of roles) {
      expect(seen(programMember(role), sharing)).toEqual(expected.map((one) => `followed.${one}`))
    }
  })

  it('shows it to nobody but confirmed members of that program', () => {
    const others = [null, stranger, administrator, member('coordinator', { organizationId: programId })]
    for (const actor of [...others, programMember('coordinator', { confirmed: false })]) {
      expect(seen(actor, everything)).toEqual([])
    }
    expect(seen(programMember('coordinator', { organizationId: 'program-2' }), everything)).toEqual([])
  })

  it('gives a program nothing else of the agency, whatever is shared', () => {
    const others = actions.filter((action) => [organization, assessment].includes(subjects[action] as never))
    expect(others.filter((action) => can(programMember('coordinator'), action, subjects[action]))).toEqual([])
  })

  it('leaves to a viewer of the program reading, to a contributor tags, to a coordinator mail and invitations', () => {
    const own = { organizationId: programId }
    const may = (role: Role) =>
      (['portfolio.read', 'portfolio.arrange', 'portfolio.remind', 'enrollments.manage'] as const).filter(
        (action) => can(programMember(role), action, own),
      )
    expect(may('viewer')).toEqual(['portfolio.read'])
    expect(may('contributor')).toEqual(['portfolio.read', 'portfolio.arrange'])
    expect(may('coordinator')).toHaveLength(4)
    expect(can(programMember('coordinator'), 'sharing.manage', own)).toBe(false)
  })
})

describe('sideOf', () => {
  it('is one side only, the agency’s for a member of both', () => {
    expect(sideOf(member('viewer'), assessment)).toBe('agency')
    expect(sideOf(partnerMember('viewer'), assessment)).toBe('partner')
    expect(sideOf(bothOf('viewer', 'coordinator'), assessment)).toBe('agency')
    expect(sideOf(stranger, assessment)).toBeNull()
    expect(sideOf(null, assessment)).toBeNull()
    expect(sideOf(partnerMember('coordinator'), { agencyId, partnerId: null })).toBeNull()
  })
})
