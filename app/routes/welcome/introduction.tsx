import { Link } from '@remix-run/react'

interface Props {
  demo: boolean
  byInvitation: boolean
}

const steps = [
  [
    'Answer together',
    'Six domains, from leadership to review. Several people answer over days, each what they know. Every level says what it looks like, so that two people who know the same facts choose the same one.',
  ],
  [
    'Rate it from both sides',
    'A behavioral-health partner rates the same items by itself. Then both see where they differ, settle on a level, and sign. All three scores stay.',
  ],
  [
    'See where you stand',
    'A score and a band for each domain, with what it stands on, what holds it back, and what would raise it most.',
  ],
  ['Come back', 'Assess again after 6 or 12 months, and see what changed: like for like, item by item.'],
] as const

/** How to begin, the likeliest way first. */
function waysIn(demo: boolean, byInvitation: boolean) {
  const signUp = { label: 'Sign up', to: '/sign-up' }
  if (demo) return [{ label: 'Sign in and look around', to: '/sign-in' }, signUp]
  const signIn = { label: 'Sign in', to: '/sign-in' }
  return byInvitation ? [signIn] : [signUp, signIn]
}

/** For whoever isn't signed in: what this is, for whom, and how to begin. */
export function Introduction({ demo, byInvitation }: Props) {
  const ways = waysIn(demo, byInvitation)
  return (
    <div className="introduction">
      <h1>How far has your police–mental health collaboration come?</h1>
      <p className="usa-intro">
        A self-assessment for law-enforcement agencies and their behavioral-health partners: where you stand,
        what to do next, and whether it worked.
      </p>
      <ul className="usa-button-group introduction__begin">
        {ways.map(({ label, to }, at) => (
          <li key={to} className="usa-button-group__item">
            <Link
              className={
                at === 0 ? 'usa-button usa-button--big' : 'usa-button usa-button--big usa-button--outline'
              }
              to={to}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <ol className="introduction__steps">
        {steps.map(([title, text]) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <h2>For whom</h2>
      <p>
        For police departments, sheriffs’ offices and other agencies of any size, from five officers to
        thousands, and for the providers, county authorities and crisis lines that work with them. A team
        takes 60 to 90 minutes over the whole. You can <Link to="/questionnaires">read all items</Link> before
        you sign up.
      </p>
      <h2>What it is not</h2>
      <p>
        It is organized around a published framework for police–mental health collaborations, and was written
        independently. It is not endorsed by anyone, not an official site, and not equivalent to any other
        instrument. It rates practices, never people, and{' '}
        <Link to="/privacy">no information about a person in crisis belongs here</Link>.
      </p>
    </div>
  )
}
