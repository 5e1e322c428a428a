import { SignUpOrIn } from '#app/accounts/sign-up-or-in.tsx'
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
      <SignUpOrIn path={proposal.path} />
    </div>
  )
}
