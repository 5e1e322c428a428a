/** Sentences that a page shows once, after something that was done on another one. */
const notices = {
  'password-reset': ['success', 'Your new password is set. Sign in with it.'],
  'address-confirmed': ['success', 'Your email address is confirmed. Sign in to go on.'],
  'address-changed': ['success', 'Your email address was changed.'],
  'address-mailed': [
    'info',
    'We sent a link to the new address. Open it to change your address. Until then, sign in with the old one.',
  ],
  'profile-saved': ['success', 'The profile is saved.'],
  invited: ['success', 'The invitation is on its way.'],
  withdrawn: ['success', 'The invitation is withdrawn. Its link no longer works.'],
  'role-changed': ['success', 'The role is changed.'],
  'member-removed': ['success', 'The member is removed.'],
  'organization-confirmed': ['success', 'The organization is confirmed.'],
  'organization-declined': ['success', 'The organization is declined.'],
  'second-factor-reset': ['success', 'The second step is reset. The password alone signs in now.'],
  'name-changed': ['success', 'Your name is changed.'],
  'password-changed': ['success', 'Your password is changed. You were signed out on every other device.'],
  'second-factor-off': ['success', 'The second step at sign-in is switched off.'],
  'signed-out': ['info', 'You are signed out.'],
  'signed-out-everywhere': ['success', 'You are signed out on every device.'],
  'account-deleted': ['success', 'Your account was deleted.'],
  'start-again': ['warning', 'That took too long, or there were too many wrong codes. Sign in again.'],
  'partnership-proposed': ['success', 'The partnership is proposed. Their coordinators are told.'],
  'partnership-mailed': ['success', 'The proposal is on its way.'],
  'partnership-accepted': ['success', 'You are partners now. The other side is told.'],
  'partnership-declined': ['success', 'The proposal is declined. The other side is told.'],
  'partnership-withdrawn': ['success', 'The proposal is withdrawn.'],
  'partnership-ended': ['success', 'The partnership has ended. The other side is told.'],
  'agency-invited': ['success', 'The agency is invited. Its coordinators are told.'],
  'agency-mailed': ['success', 'The invitation is on its way.'],
  'agencies-invited': ['success', 'The invitations are on their way.'],
  'invitation-withdrawn': ['success', 'The invitation is withdrawn.'],
  enrolled: ['success', 'You are enrolled. The program is told.'],
  'enrollment-declined': ['success', 'The invitation is declined. The program is told.'],
  'enrollment-ended': ['success', 'The enrollment has ended. The other side is told.'],
  'sharing-changed': ['success', 'What you share is changed, and holds from now on.'],
  'consent-given': [
    'success',
    'The program can see your own answers from now on, as far as the agency shares answers.',
  ],
  'consent-withdrawn': ['success', 'The program no longer sees your own answers.'],
  'version-withdrawn': ['success', 'The version is withdrawn: no new assessment can be started with it.'],
  'version-offered': ['success', 'The version can be used for new assessments again.'],
  'export-asked': [
    'info',
    'The export is being made. You can leave this page: it goes on, and is here for a day.',
  ],
  'export-cancelled': ['success', 'The export is cancelled.'],
  'answers-imported': ['success', 'All answers of the file are saved.'],
  'token-revoked': ['success', 'The token is revoked. It opens nothing any more.'],
  left: ['success', 'You left the organization.'],
} as const satisfies Record<string, readonly ['info' | 'success' | 'warning', string]>

export type NoticeName = keyof typeof notices

/** The sentence that the address of a request asks for, or null. */
export function noticeOf(request: Request): { tone: 'info' | 'success' | 'warning'; text: string } | null {
  const name = new URL(request.url).searchParams.get('done')
  if (!name || !isNoticeName(name)) return null
  const [tone, text] = notices[name]
  return { tone, text }
}

function isNoticeName(name: string): name is NoticeName {
  return Object.hasOwn(notices, name)
}

/** A page that shows one of the sentences when it opens. */
export function withNotice(page: string, name: NoticeName, to = '/'): string {
  const search = new URLSearchParams(to === '/' ? { done: name } : { done: name, to })
  return `${page}?${search.toString()}`
}
