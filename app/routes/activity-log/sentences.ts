import type { ActivityAction } from '#db/words.ts'

/** An entry of the log, its ids already turned into names. */
export interface Entry {
  action: ActivityAction
  who: string
  /** Whether who did it is whom it was done to. */
  self: boolean
  /** A person's name, an invited address, a domain's title, an item's question, a copy's number, a side. */
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
  'partnership.proposed': ({ who, subject }) => `${who} proposed a partnership to ${subject}.`,
  'partnership.withdrawn': ({ who, subject }) => `${who} withdrew the proposed partnership with ${subject}.`,
  'partnership.accepted': ({ who, subject }) => `${who} accepted the partnership with ${subject}.`,
  'partnership.declined': ({ who, subject }) => `${who} declined the partnership with ${subject}.`,
  'partnership.ended': ({ who, subject }) => `${who} ended the partnership with ${subject}.`,
  'assessment.started': ({ who, assessment }) => `${who} started ${assessment}.`,
  'assessment.contributors-set': ({ who, assessment }) => `${who} chose who contributes to ${assessment}.`,
  'assessment.assigned': ({ who, subject, assessment }) =>
    `${who} changed who is to answer “${subject}” in ${assessment}.`,
  'assessment.partner-chosen': ({ who, subject, assessment }) =>
    `${who} asked ${subject} to rate ${assessment} too.`,
  'assessment.submitted': ({ who, subject, assessment }) =>
    `${who} submitted ${assessment} for the ${subject}.`,
  'assessment.recalled': ({ who, subject, assessment }) =>
    `${who} recalled what was submitted of ${assessment} for the ${subject}.`,
  'assessment.reconciling': ({ assessment }) =>
    `Both sides submitted ${assessment}, and began to reconcile it.`,
  'assessment.answers-copied': ({ who, assessment }) =>
    `${who} copied answers of another assessment to ${assessment}.`,
  'assessment.answers-carried': ({ who, assessment }) =>
    `${who} carried answers of an earlier assessment forward to ${assessment}.`,
  'assessment.answers-confirmed': ({ who, assessment }) =>
    `${who} confirmed all answers that were carried to ${assessment} and not confirmed yet.`,
  'assessment.version-moved': ({ who, subject, assessment }) =>
    `${who} moved ${assessment} to version ${subject} of its questionnaire.`,
  'assessment.version-move-undone': ({ who, subject, assessment }) =>
    `${who} moved ${assessment} back to version ${subject} of its questionnaire.`,
  'assessment.settled': ({ who, subject, assessment }) => `${who} settled “${subject}” in ${assessment}.`,
  'assessment.signed': ({ who, assessment }) => `${who} signed ${assessment}.`,
  'assessment.went-alone': ({ who, assessment }) => `${who} let ${assessment} go on without its partner.`,
  'assessment.finalized': ({ who, assessment }) => `${who} submitted ${assessment} and made it final.`,
  'assessment.reopened': ({ who, assessment }) => `${who} reopened ${assessment}.`,
  'assessment.expired': () =>
    'An assessment expired, as the retention period says, and was deleted with all its answers and results.',
  'text.redacted': ({ who, assessment }) => `${who} had text redacted in ${assessment}.`,
  'records.exported': ({ who }) => `${who} downloaded all records.`,
  'enrollment.invited': ({ who, subject }) => `${who} sent the invitation to an enrollment with ${subject}.`,
  'enrollment.withdrawn': ({ who, subject }) =>
    `${who} withdrew the invitation to an enrollment with ${subject}.`,
  'enrollment.accepted': ({ who, subject }) => `${who} accepted the enrollment with ${subject}.`,
  'enrollment.declined': ({ who, subject }) => `${who} declined the enrollment with ${subject}.`,
  'enrollment.ended': ({ who, subject }) => `${who} ended the enrollment with ${subject}.`,
  'enrollment.sharing-changed': ({ who, subject }) =>
    `${who} changed what is shared in the enrollment with ${subject}.`,
  'enrollment.reminded': ({ who, subject }) => `${who} reminded ${subject} of its assessment.`,
  'consent.given': ({ who, subject }) => `${who} let ${subject} see the partner’s own answers.`,
  'consent.withdrawn': ({ who, subject }) =>
    `${who} no longer lets ${subject} see the partner’s own answers.`,
  'report.made': ({ who }) => `${who} downloaded a progress report.`,
  'export.requested': ({ who }) => `${who} asked for an export.`,
  'export.downloaded': ({ who }) => `${who} downloaded an export.`,
  'responses.imported': ({ who, assessment }) => `${who} imported answers to ${assessment}.`,
  'token.made': ({ who }) => `${who} made a token for the API.`,
  'token.revoked': ({ who }) => `${who} revoked a token for the API.`,
}

/** An entry of the log in words. */
export function sentenceFor(entry: Entry): string {
  return sentences[entry.action](entry)
}
