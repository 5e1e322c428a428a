import { Form, Link } from '@remix-run/react'
import { withReturn } from '#app/accounts/local-path.ts'
import { PageHeading } from '#app/components/page-heading.tsx'

/** After signing up where mail is confirmed: what to do next, and what to do if no mail comes. */
export function LookIntoYourMail({ email, to }: { email: string; to: string }) {
  const signIn = withReturn('/sign-in', to)
  return (
    <div className="page__narrow">
      <PageHeading title="Check your email">
        <p className="usa-intro">
          We sent a link to <strong>{email}</strong>. Open it to confirm that the address is yours, then sign
          in.
        </p>
      </PageHeading>
      <p>
        <Link to={signIn}>I have opened the link: sign in</Link>
      </p>
      <h2>No mail after a few minutes?</h2>
      <p>Look into the folder for spam. Check that the address above is right; if not, sign up again.</p>
      <Form method="post" action={signIn}>
        <input type="hidden" name="email" value={email} />
        <button type="submit" className="usa-button usa-button--outline" name="intent" value="confirm-again">
          Send the link again
        </button>
      </Form>
    </div>
  )
}
