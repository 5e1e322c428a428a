import { Form, Link, NavLink } from '@remix-run/react'

interface Props {
  person: { name: string; administrator: boolean } | null
  organizations: readonly { id: string; name: string }[]
  demo: boolean
}

/** The top of every page: where one is, whose work is open, and one's own account. */
export function SiteHeader({ person, organizations, demo }: Props) {
  return (
    <header className="site-header">
      {demo && (
        <p className="site-header__demo">
          Demonstration. Every name and number here is made up, and all changes are thrown away at the next
          start.
        </p>
      )}
      <div className="site-header__bar">
        <Link to="/" className="site-header__title">
          PMHC self-assessment
        </Link>
        <nav aria-label="Main" className="site-header__nav">
          {organizations.map(({ id, name }) => (
            <NavLink key={id} to={`/organizations/${id}`}>
              {name}
            </NavLink>
          ))}
          {person?.administrator && <NavLink to="/administration">Administration</NavLink>}
          <NavLink to="/questionnaires">Questionnaires</NavLink>
          {person ? (
            <>
              <NavLink to="/account">{person.name}</NavLink>
              <Form method="post" action="/sign-out">
                <button type="submit" className="usa-button usa-button--unstyled">
                  Sign out
                </button>
              </Form>
            </>
          ) : (
            <NavLink to="/sign-in">Sign in</NavLink>
          )}
        </nav>
      </div>
    </header>
  )
}
