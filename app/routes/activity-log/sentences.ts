import type { ActivityAction } from '#db/words.ts'

/** An entry of the log, its ids already turned into names. */
export interface Entry {
  action: ActivityAction
  who: string
  /** Whether who did it is whom it was done to. */
  self: boolean
  /** A person's name, an invited address, a domain's title, an item's question, a copy's number. */
  subject: string
  assessment: string
}

const sentences: Record<ActivityAction, (entry: Entry) => string> = {
  'organization.created': ({ who }) => `${who} entered the organization.`,
  'organization.edited': ({ who }) => `${who} changed the profile.`,
  'organization.confirmed': ({ who }) => `${who} (administrator) confirmed the organization.`,
  'organization.declined': ({ who }) => `${who} (administrator) declined the organization.`,
  'invitation.sent': ({ who, subject }) => `${who} invited ${subject}.`,
  'invitation.withdrawn': ({ who, subject }) => `${who} withdrew the invitation of ${subject}.`,
  'invitation.accepted': ({ who }) => `${who} accepted an invitation and became a member.`,
  'member.role-changed': ({ who, self, subject }) =>
    self ? `${who} changed their own role.` : `${who} changed the role of ${subject}.`,
  'member.removed': ({ who, subject }) => `${who} removed ${subject}.`,
  'member.left': ({ who }) => `${who} left the organization.`,
  'person.deleted': () => 'A member deleted their account.',
  'assessment.started': ({ who, assessment }) => `${who} started ${assessment}.`,
  'assessment.contributors-set': ({ who, assessment }) => `${who} chose who contributes to ${assessment}.`,
  'assessment.assigned': ({ who, subject, assessment }) =>
    `${who} changed who is to answer “${subject}” in ${assessment}.`,
  'assessment.finalized': ({ who, assessment }) => `${who} submitted ${assessment} and made it final.`,
  'assessment.reopened': ({ who, assessment }) => `${who} reopened ${assessment}.`,
  'text.redacted': ({ who, assessment }) => `${who} had text redacted in ${assessment}.`,
  'records.exported': ({ who }) => `${who} downloaded all records.`,
}

/** An entry of the log in words. */
export function sentenceFor(entry: Entry): string {
  return sentences[entry.action](entry)
}
