import { Form, Link } from '@remix-run/react'

/** What leads to pages of its own, and signing out everywhere. */
export function OtherSettings({ twoFactorEnabled }: { twoFactorEnabled: boolean }) {
  return (
    <>
      <section aria-labelledby="account-second-factor">
        <h2 id="account-second-factor">Second step at sign-in</h2>
        <p>
          {twoFactorEnabled
            ? 'On: signing in asks for your password and for a code of your authenticator app.'
            : 'Off: signing in asks for your password alone. A code of an authenticator app makes it much safer.'}
        </p>
        <p>
          <Link to="/account/second-factor">
            {twoFactorEnabled ? 'Change or switch off the second step' : 'Switch on the second step'}
          </Link>
        </p>
      </section>
      <section aria-labelledby="account-sessions">
        <h2 id="account-sessions">Sign out everywhere</h2>
        <p>Did you forget to sign out on another computer? This ends every sign-in of yours, here too.</p>
        <Form method="post">
          <button
            type="submit"
            className="usa-button usa-button--outline"
            name="intent"
            value="sign-out-everywhere"
          >
            Sign out everywhere
          </button>
        </Form>
      </section>
      <section aria-labelledby="account-delete">
        <h2 id="account-delete">Delete your account</h2>
        <p>
          Your name and address go; what you answered stays with your organization.{' '}
          <Link to="/account/delete">Delete your account</Link>
        </p>
      </section>
    </>
  )
}
