import type { OpenProposal } from './find-proposal.server.ts'

/** Who proposes what, and what a partnership is. */
export function ProposalWords({ proposal }: { proposal: OpenProposal }) {
  const { proposedBy, proposer, asked, until } = proposal
  return (
    <>
      <p className="usa-intro">
        {proposedBy} of {proposer.name} ({proposer.place}) asks your{' '}
        {asked === 'agency' ? 'agency' : 'organization'} to be its{' '}
        {asked === 'agency' ? 'partner' : 'behavioral-health partner'} in the self-assessment.
      </p>
      <p>
        Both sides rate the same items, each by itself. Neither sees the other’s answers before both have
        submitted. Then you settle the differences together, and both sign. The link works until {until}.
      </p>
    </>
  )
}
