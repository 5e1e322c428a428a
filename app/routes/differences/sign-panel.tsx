import { otherSide, type Side } from '#assessments/access.ts'
import { stepFields } from '#app/reconciling/step-fields.ts'
import { ChartlessTable } from './chartless-table.tsx'
import { SideMark } from './side-mark.tsx'
import type { SigningView } from './signing-view.ts'
import { SendButton, StepForm } from './step-form.tsx'

interface Props {
  signing: SigningView
  side: Side
}

/** Where both sides sign, once nothing is open. */
export function SignPanel({ signing, side }: Props) {
  const other = otherSide(side)
  const { signatures, organizations, overall, domains } = signing
  return (
    <section id="sign" className="sign" aria-labelledby="sign-heading" tabIndex={-1}>
      <h2 id="sign-heading">{headingOf(signing, side)}</h2>
      <ChartlessTable
        caption="The three scores"
        columns={['Score', 'Agency', 'Partner', 'Agreed']}
        rows={[
          { id: 'overall', cells: ['Overall', ...overall] },
          ...domains.map(({ id, title, scores }) => ({ id, cells: [title, ...scores] })),
        ]}
      />
      <ul className="sign__signatures">
        {(['agency', 'partner'] as const).map((whose) => (
          <li key={whose}>
            <SideMark of={whose} /> {signatureWords(signing, whose)}
          </li>
        ))}
      </ul>
      {!signatures[side] && <OwnSignature signing={signing} otherSigned={signatures[other] !== null} />}
      {signatures[side] && !signatures[other] && (
        <p>
          Your side has signed. It becomes final when a coordinator of {organizations[other]} signs too. If
          something else is accepted before that, both sign anew.
        </p>
      )}
    </section>
  )
}

function headingOf({ signatures }: SigningView, side: Side): string {
  if (signatures[side]) return 'Signed by your side'
  return signatures[otherSide(side)]
    ? 'The other side has signed: your signature makes it final'
    : 'Everything is settled: sign'
}

function signatureWords({ signatures, organizations }: SigningView, whose: Side): string {
  const signature = signatures[whose]
  return signature
    ? `${signature.by} signed for ${organizations[whose]} on ${signature.at}.`
    : `${organizations[whose]} has not signed yet.`
}

function OwnSignature({ signing, otherSigned }: { signing: SigningView; otherSigned: boolean }) {
  const { signer, sha256 } = signing
  if (!signer.maySign) return <p>A coordinator of each side signs. You can read what they sign.</p>
  return (
    <StepForm intent="signed" hidden={{ [stepFields.sha256]: sha256 }} className="sign__form">
      <p>
        I, <strong>{signer.name}</strong>, coordinator of <strong>{signer.organization}</strong>, sign that
        what is agreed on this page is what both sides settled on, and that the scorecard made of it is the
        one with this SHA-256:
      </p>
      <p className="sign__hash">
        <code>{sha256}</code>
      </p>
      <SendButton intent="signed">
        {otherSigned ? 'Sign and make it final' : `Sign for ${signer.organization}`}
      </SendButton>
    </StepForm>
  )
}
