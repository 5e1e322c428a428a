import { sideWords } from '#app/partnerships/partnership-words.ts'
import type { OpenProposal } from './find-proposal.server.ts'

/** Who proposes what, and what a partnership is. */
export function ProposalWords({ proposal }: { proposal: OpenProposal }) {
  const { proposedBy, proposer, asked, until } = proposal
  return (
    <>
      <p className="usa-intro">
        {proposedBy} of {proposer.name} ({proposer.place}) asks your organization, as {sideWords[asked].one},
        to be its partner in the self-assessment.
      </p>
      <p>
        Both sides rate the same items, each by itself. Neither sees the other’s answers before both have
        submitted. Then you settle the differences together, and both sign. The link works until {until}.
      </p>
    </>
  )
}
