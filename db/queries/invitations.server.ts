import { and, count, desc, eq, gt, gte, isNull } from 'drizzle-orm'
import type { Role } from '../../assessments/access.ts'
import type { Database } from '../database.server.ts'
import type { Orm, Tables } from '../statement.ts'
import { guarded, writeAll } from '../write-all.server.ts'
import { logActivity } from './activities.server.ts'

export type Invitation = Tables['invitations']['$inferSelect']

export interface NewInvitation {
  organizationId: string
  email: string
  role: Role
  invitedBy: string
  /** SHA-256 of the link's secret. */
  tokenHash: string
  expiresAt: Date
  at: Date
}

export type AcceptOutcome = 'accepted' | 'expired' | 'withdrawn' | 'used' | 'unknown'

/** Keeps an invitation; the caller sends its link. The address is kept in lower case. */
export async function invite(database: Database, invitation: NewInvitation): Promise<{ id: string }> {
  const { invitations } = database.tables
  const { at, ...row } = invitation
  const id = crypto.randomUUID()
  const { organizationId, invitedBy } = invitation
  await writeAll(database, [
    (orm) => orm.insert(invitations).values({ ...row, id, email: row.email.toLowerCase(), createdAt: at }),
    logActivity(database, {
      organizationId,
      personId: invitedBy,
      action: 'invitation.sent',
      subject: id,
      at,
    }),
  ])
  return { id }
}

/** Invitations that were neither accepted nor withdrawn, expired ones too, the newest first. */
export async function listInvitations(database: Database, organizationId: string): Promise<Invitation[]> {
  const { invitations } = database.tables
  return database.orm
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), isOpen(database)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
}

/** Makes a link useless. Answers false if the organization has no such invitation that is still open. */
export async function withdrawInvitation(
  database: Database,
  which: { organizationId: string; invitationId: string; by: string; at: Date },
): Promise<boolean> {
  const { invitations } = database.tables
  const { organizationId, invitationId, by, at } = which
  const mine = and(eq(invitations.id, invitationId), eq(invitations.organizationId, organizationId))
  const outcome = await writeAll(database, [
    guarded((orm) =>
      orm
        .update(invitations)
        .set({ withdrawnAt: at })
        .where(and(mine, isOpen(database))),
    ),
    logActivity(database, {
      organizationId,
      personId: by,
      action: 'invitation.withdrawn',
      subject: invitationId,
      at,
    }),
  ])
  return outcome.status === 'written'
}

/** The invitation that a link means, in whatever state, with the name of the organization. */
export async function findInvitationByTokenHash(
  database: Database,
  tokenHash: string,
): Promise<(Invitation & { organizationName: string }) | undefined> {
  const { invitations, organizations } = database.tables
  const [row] = await database.orm
    .select({ invitation: invitations, organizationName: organizations.name })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organizationId))
    .where(eq(invitations.tokenHash, tokenHash))
  return row && { ...row.invitation, organizationName: row.organizationName }
}

/** Makes a person a member through a link, once. Somebody who is a member already keeps their role. */
export async function acceptInvitation(
  database: Database,
  tokenHash: string,
  personId: string,
  at: Date,
): Promise<AcceptOutcome> {
  const invitation = await findInvitationByTokenHash(database, tokenHash)
  if (!invitation) return 'unknown'
  const { invitations, members } = database.tables
  const { id, organizationId, role } = invitation
  const outcome = await writeAll(database, [
    guarded((orm: Orm) =>
      orm
        .update(invitations)
        .set({ acceptedAt: at, acceptedBy: personId })
        .where(and(eq(invitations.id, id), isOpen(database), gt(invitations.expiresAt, at))),
    ),
    (orm) =>
      orm.insert(members).values({ organizationId, personId, role, createdAt: at }).onConflictDoNothing(),
    logActivity(database, { organizationId, personId, action: 'invitation.accepted', subject: id, at }),
  ])
  if (outcome.status === 'written') return 'accepted'
  return whyNot(await findInvitationByTokenHash(database, tokenHash))
}

/** How many invitations an organization has sent since a moment, for the limit on sending them. */
export async function countInvitationsSince(
  database: Database,
  organizationId: string,
  since: Date,
): Promise<number> {
  const { invitations } = database.tables
  const [row] = await database.orm
    .select({ sent: count() })
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), gte(invitations.createdAt, since)))
  return row?.sent ?? 0
}

function whyNot(invitation: Invitation | undefined): AcceptOutcome {
  if (!invitation) return 'unknown'
  if (invitation.acceptedAt) return 'used'
  return invitation.withdrawnAt ? 'withdrawn' : 'expired'
}

function isOpen({ tables: { invitations } }: Database) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt))
}
