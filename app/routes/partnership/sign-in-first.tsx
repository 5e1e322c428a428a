import { Link } from '@remix-run/react'
import { withReturn } from '#app/accounts/local-path.ts'
import { PageHeading } from '#app/components/page-heading.tsx'
import type { OpenProposal } from './find-proposal.server.ts'
import { ProposalWords } from './proposal-words.tsx'

/** Nobody is signed in: sign up or sign in, and come back. */
export function SignInFirst({ proposal }: { proposal: OpenProposal }) {
  return (
    <div className="page__narrow">
      <PageHeading title={`${proposal.proposer.name} proposes a partnership`}>
        <ProposalWords proposal={proposal} />
      </PageHeading>
      <p>To accept or decline, sign up, or sign in if you have an account here.</p>
      <ul className="usa-button-group">
        <li className="usa-button-group__item">
          <Link className="usa-button" to={withReturn('/sign-up', proposal.path)}>
            Sign up
          </Link>
        </li>
        <li className="usa-button-group__item">
          <Link className="usa-button usa-button--outline" to={withReturn('/sign-in', proposal.path)}>
            Sign in
          </Link>
        </li>
      </ul>
    </div>
  )
}
