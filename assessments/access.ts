import { shares, type Sharing } from './sharing.ts'

/** What an organization is. */
export type OrganizationKind = 'agency' | 'partner' | 'program'

/** What a member may do: read; answer and comment; everything else. */
export type Role = 'viewer' | 'contributor' | 'coordinator'

/** Which half of an assessment a person acts for. */
export type Side = 'agency' | 'partner'

/** The side across from this one. */
export const otherSide = (side: Side): Side => (side === 'agency' ? 'partner' : 'agency')

export interface Membership {
  organizationId: string
  kind: OrganizationKind
  role: Role
  /** False until an administrator has confirmed the organization, where the installation asks for that. */
  confirmed: boolean
}

/** Whoever asks: a person who is signed in, or null. */
export type Actor = { personId: string; administrator: boolean; memberships: readonly Membership[] } | null

type OrganizationSubject = { organizationId: string }
/** An assessment: whose it is, and who rates it too. `partnerId` is null where nobody was asked to. */
export type AssessmentSubject = {
  agencyId: string
  partnerId: string | null
  /** Whether it went on without its partner, who keeps its own answers and gets to see nothing more. */
  alone: boolean
}

/** An agency as a program follows it. `sharing` is null unless the agency accepted and hasn't ended it. */
export type FollowedSubject = { programId: string; sharing: Sharing | null }

/** Each action, with what it is done to. */
export interface Actions {
  /** Reading questionnaires, the privacy page, the version. */
  'public.read': null
  /** One's own name, mail, password, second factor, sessions; deleting the account. */
  'account.manage': null
  'organization.create': null
  /** Confirming or declining organizations, resetting second factors. */
  'installation.administer': null
  /** The agency's home, profile, progress, members by name. */
  'organization.read': OrganizationSubject
  /** Name, place, size, time zone, when a reassessment is due. */
  'organization.edit': OrganizationSubject
  /** Inviting, changing roles, removing, withdrawing invitations. */
  'members.manage': OrganizationSubject
  /** Ending one's own membership. */
  'membership.leave': OrganizationSubject
  /** The append-only log of what was done. */
  'log.read': OrganizationSubject
  /** All of an organization's records in one file. */
  'records.export': OrganizationSubject
  /** What became of an agency over its rounds. */
  'progress.read': OrganizationSubject
  'assessment.start': OrganizationSubject
  /** Proposing, withdrawing, accepting, declining and ending partnerships. */
  'partnerships.manage': OrganizationSubject
  /** With which programs an agency shares what, and what they see of it; for a partner, what it lets them see. */
  'sharing.read': OrganizationSubject
  /** Accepting and declining programs' invitations, choosing what is shared, ending it. */
  'sharing.manage': OrganizationSubject
  /** Files of what one may read: an agency's own, or what its agencies share with a program. */
  'exports.make': OrganizationSubject
  /** Making and revoking what opens the API. */
  'tokens.manage': OrganizationSubject
  /** A program's agencies, their figures and reports. */
  'portfolio.read': OrganizationSubject
  /** Tags and saved views. */
  'portfolio.arrange': OrganizationSubject
  /** Reminders by mail. */
  'portfolio.remind': OrganizationSubject
  /** Inviting agencies to a program, withdrawing that, ending enrollments, what agencies see of each other. */
  'enrollments.manage': OrganizationSubject
  /** An agency's profile, and the stages and dates of its assessments, as a program sees them. */
  'followed.read': FollowedSubject
  'followed.scores': FollowedSubject
  'followed.answers': FollowedSubject
  'followed.notes': FollowedSubject
  /** The partner's own answers. */
  'followed.partner': FollowedSubject
  /** The overview, the questions and this side's responses, the review, print. */
  'assessment.read': AssessmentSubject
  /** Saving responses, notes and evidence. */
  'assessment.answer': AssessmentSubject
  /** Who contributes, and which domains and items are whose. */
  'assessment.assign': AssessmentSubject
  /** Submitting, recalling. */
  'assessment.submit': AssessmentSubject
  /** The differences once both sides have submitted: what each answered, and the talk about it. */
  'differences.read': AssessmentSubject
  /** Proposing, accepting, withdrawing, commenting. */
  'differences.settle': AssessmentSubject
  'assessment.sign': AssessmentSubject
  /** Choosing who rates it too, releasing them, going on alone. */
  'assessment.choose-partner': AssessmentSubject
  /** Moving it to a newer version of its questionnaire while it is answered, and one step back. */
  'assessment.move': AssessmentSubject
  'assessment.reopen': AssessmentSubject
  /** What an assessment came to: its latest frozen copy. */
  'results.read': AssessmentSubject
  /** Each frozen copy; once the assessment went on without its partner, to that only those that it signed. */
  'copies.read': AssessmentSubject
  /** Taking typed text out, history and frozen copies included. */
  'text.redact': AssessmentSubject
}
export type Action = keyof Actions

const rank: Record<Role, number> = { viewer: 1, contributor: 2, coordinator: 3 }

type MemberAction = Exclude<
  Action,
  'public.read' | 'account.manage' | 'organization.create' | 'installation.administer'
>

const leastRole: Record<MemberAction, Role> = {
  'organization.read': 'viewer',
  'organization.edit': 'coordinator',
  'members.manage': 'coordinator',
  'membership.leave': 'viewer',
  'log.read': 'coordinator',
  'records.export': 'coordinator',
  'progress.read': 'viewer',
  'assessment.start': 'coordinator',
  'partnerships.manage': 'coordinator',
  'sharing.read': 'viewer',
  'sharing.manage': 'coordinator',
  'exports.make': 'viewer',
  'tokens.manage': 'coordinator',
  'portfolio.read': 'viewer',
  'portfolio.arrange': 'contributor',
  'portfolio.remind': 'coordinator',
  'enrollments.manage': 'coordinator',
  'followed.read': 'viewer',
  'followed.scores': 'viewer',
  'followed.answers': 'viewer',
  'followed.notes': 'viewer',
  'followed.partner': 'viewer',
  'assessment.read': 'viewer',
  'assessment.answer': 'contributor',
  'assessment.assign': 'coordinator',
  'assessment.submit': 'coordinator',
  'differences.read': 'viewer',
  'differences.settle': 'contributor',
  'assessment.sign': 'coordinator',
  'assessment.choose-partner': 'coordinator',
  'assessment.move': 'coordinator',
  'assessment.reopen': 'coordinator',
  'results.read': 'viewer',
  'copies.read': 'viewer',
  'text.redact': 'coordinator',
}

/** What only members of a program do. */
const programAlone = new Set<Action>([
  'portfolio.read',
  'portfolio.arrange',
  'portfolio.remind',
  'enrollments.manage',
])

/** What members of an agency or a program do: the API has nothing that is a partner's. */
const neverPartner = new Set<Action>(['tokens.manage'])

/** What only members of an agency or a partner do. */
const neverProgram = new Set<Action>(['sharing.read', 'sharing.manage'])

/** What a sharing must hold for a program to see it. */
const followed: Partial<Record<Action, (sharing: Sharing) => boolean>> = {
  'followed.read': () => true,
  'followed.scores': (sharing) => shares(sharing, 'scores'),
  'followed.answers': (sharing) => shares(sharing, 'answers'),
  'followed.notes': (sharing) => shares(sharing, 'answers') && sharing.notes,
  'followed.partner': (sharing) => shares(sharing, 'answers') && sharing.partner,
}

/** What only the agency's own people do to an assessment. */
const agencyAlone = new Set<Action>(['assessment.choose-partner', 'assessment.move', 'assessment.reopen'])

/** What ends for a partner when the assessment goes on without it. */
const endsWithRelease = new Set<Action>(['differences.read', 'differences.settle', 'results.read'])

/** What a member may do while the organization still waits for an administrator's confirmation. */
const beforeConfirmation = new Set<Action>(['organization.read', 'organization.edit', 'membership.leave'])

/**
 * Decides, for every loader and action, whether `actor` may do `action` to `subject`. Pure: what the
 * stage of an assessment forbids (a locked one, say) is not decided here but answered as a clear error.
 */
export function can<A extends Action>(actor: Actor, action: A, subject: Actions[A]): boolean {
  const asked: Action = action
  if (asked === 'public.read') return true
  if (actor === null) return false
  if (asked === 'account.manage' || asked === 'organization.create') return true
  if (asked === 'installation.administer') return actor.administrator
  const membership = membershipFor(actor, asked, subject)
  if (!membership) return false
  if (!membership.confirmed && !beforeConfirmation.has(asked)) return false
  if (!isForKind(membership.kind, asked)) return false
  return rank[membership.role] >= rank[leastRole[asked]]
}

/**
 * The side of an assessment that somebody sees and acts for, null for neither. It is one side only: a member
 * of both organizations is the agency's.
 */
export function sideOf(
  actor: Actor,
  { agencyId, partnerId }: Pick<AssessmentSubject, 'agencyId' | 'partnerId'>,
): Side | null {
  const belongs = (organizationId: string | null) =>
    actor?.memberships.some((membership) => membership.organizationId === organizationId)
  if (belongs(agencyId)) return 'agency'
  return belongs(partnerId) ? 'partner' : null
}

function isForKind(kind: OrganizationKind, action: Action): boolean {
  if (kind === 'program') return !neverProgram.has(action)
  if (kind === 'partner' && neverPartner.has(action)) return false
  return !programAlone.has(action) && !Object.hasOwn(followed, action)
}

function membershipFor(
  actor: NonNullable<Actor>,
  action: Action,
  subject: Actions[Action],
): Membership | undefined {
  const organizationId = organizationFor(actor, action, subject)
  return actor.memberships.find((membership) => membership.organizationId === organizationId)
}

/** The organization as whose member the actor does it, null where it isn't theirs to do. */
function organizationFor(actor: Actor, action: Action, subject: Actions[Action]): string | null {
  if (subject === null) return null
  if ('organizationId' in subject) return subject.organizationId
  if ('programId' in subject) {
    return subject.sharing && followed[action]?.(subject.sharing) ? subject.programId : null
  }
  const side = sideOf(actor, subject)
  if (side !== 'partner') return subject.agencyId
  if (agencyAlone.has(action) || (subject.alone && endsWithRelease.has(action))) return null
  return subject.partnerId
}
