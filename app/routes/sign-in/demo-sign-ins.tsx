import { Form } from '@remix-run/react'
import type { DemoPerson } from '#app/accounts/demo-people.ts'

/** In the demonstration: a button for each kind of person. */
export function DemoSignIns({ people }: { people: readonly DemoPerson[] }) {
  return (
    <section className="demo-sign-ins" aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">Look around as …</h2>
      <Form method="post">
        <input type="hidden" name="intent" value="sign-in-as" />
        <ul>
          {people.map(({ email, name, role }) => (
            <li key={email}>
              <button type="submit" name="email" value={email} className="demo-sign-ins__person">
                <strong>{name}</strong> <span>{role}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <h2>Or with an account of your own</h2>
    </section>
  )
}
