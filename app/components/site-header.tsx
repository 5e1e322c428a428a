import { Form, Link, NavLink, useLocation } from '@remix-run/react'

interface Props {
  person: { name: string; administrator: boolean } | null
  organizations: readonly { id: string; name: string }[]
  demo: boolean
}

/** The top of every page: where one is, whose work is open, and one's own account. */
export function SiteHeader({ person, organizations, demo }: Props) {
  const { pathname } = useLocation()
  const links = <Links person={person} organizations={organizations} />
  return (
    <header className="site-header">
      {demo && (
        <p className="site-header__demo">
          Demonstration. Every name and number here is made up, and all changes are thrown away at the next
          start. Mail ends up in the <Link to="/outbox">outbox</Link>.
        </p>
      )}
      <div className="site-header__bar">
        <Link to="/" className="site-header__title">
          PMHC self-assessment
        </Link>
        {/* The same links twice; the width of the window decides which are there for anyone. */}
        <nav aria-label="Main" className="site-header__nav site-header__nav--wide">
          {links}
        </nav>
        {/* The key folds it again when another page opens. */}
        <details key={pathname} className="site-header__fold">
          <summary>Menu</summary>
          <nav aria-label="Main" className="site-header__nav site-header__nav--narrow">
            {links}
          </nav>
        </details>
      </div>
    </header>
  )
}

function Links({ person, organizations }: Pick<Props, 'person' | 'organizations'>) {
  return (
    <>
      <OrganizationLinks organizations={organizations} />
      {person?.administrator && <NavLink to="/administration">Administration</NavLink>}
      <NavLink to="/questionnaires" end>
        Questionnaires
      </NavLink>
      {person ? (
        <>
          <NavLink to="/account" className="site-header__name">
            {person.name}
          </NavLink>
          <Form method="post" action="/sign-out">
            <button type="submit" className="usa-button usa-button--unstyled">
              Sign out
            </button>
          </Form>
        </>
      ) : (
        <NavLink to="/sign-in">Sign in</NavLink>
      )}
    </>
  )
}

/** One or two by name; more than that on the page that lists them. */
function OrganizationLinks({ organizations }: Pick<Props, 'organizations'>) {
  if (organizations.length > 2) {
    return (
      <NavLink to="/" end>
        Your {organizations.length} organizations
      </NavLink>
    )
  }
  return organizations.map(({ id, name }) => (
    <NavLink key={id} to={`/organizations/${id}`} end className="site-header__name">
      {name}
    </NavLink>
  ))
}
