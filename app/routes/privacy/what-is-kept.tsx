/** What is kept, and how long. */
export function WhatIsKept() {
  return (
    <>
      <h2>How long it is kept</h2>
      <ul>
        <li>
          <strong>Answers, their history, results and the log</strong> are kept as long as your organization
          uses this site. They are how it sees, years later, what changed. To have them deleted, ask whoever
          runs this site.
        </li>
        <li>
          <strong>If your agency sets a retention period</strong>, on its profile page, assessments whose
          as-of date is older expire, and ones that were never made final whose start is older: they are
          deleted for good, with both sides’ answers, their history, notes and results. The newest final one
          of each questionnaire stays. Coordinators are told on the agency’s page 30 days before. The log
          keeps what was done and when, without any text.
        </li>
        <li>
          <strong>Your name and email address</strong> are kept until you delete your account.
        </li>
        <li>
          <strong>Your password</strong> is kept only as a salted hash, from which it can’t be read back.
        </li>
        <li>
          <strong>A sign-in</strong> ends after 14 days, or when you sign out. It is remembered by one cookie
          that is needed for nothing else; signing in with a second step uses another for ten minutes. There
          are no other cookies.
        </li>
        <li>
          <strong>Your internet address</strong> is kept for a short while to count tries to sign in, and
          never with your account or your answers.
        </li>
        <li>
          <strong>Answers that could not be sent yet</strong> wait in your browser until the site has them.
        </li>
        <li>
          <strong>Mail</strong> is sent to sign in, to invite and to tell about decisions. Once sent, its text
          is forgotten.
        </li>
      </ul>
    </>
  )
}
