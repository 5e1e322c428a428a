import { Link } from '@remix-run/react'
import { withReturn } from './local-path.ts'

/** For whoever isn't signed in: both ways in, which lead back to `path`. */
export function SignUpOrIn({ path }: { path: string }) {
  return (
    <ul className="usa-button-group">
      <li className="usa-button-group__item">
        <Link className="usa-button" to={withReturn('/sign-up', path)}>
          Sign up
        </Link>
      </li>
      <li className="usa-button-group__item">
        <Link className="usa-button usa-button--outline" to={withReturn('/sign-in', path)}>
          Sign in
        </Link>
      </li>
    </ul>
  )
}
