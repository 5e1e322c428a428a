import { Form, Link } from '@remix-run/react'
import { errorIdOf, Field, hintIdOf } from '../components/field.tsx'
import type { PartnerData } from './load-partner.server.ts'

/** Who rates an assessment too; a coordinator of the agency can choose that while it is answered. */
export function PartnerSection({ partner, fault }: { partner: PartnerData; fault?: string | undefined }) {
  return (
    <section className="page-section" aria-labelledby="who-else">
      <h2 id="who-else">Who rates it too</h2>
      <p>{standing(partner)}</p>
      {partner.mayCopy && (
        <p>
          <Link to={`/assessments/${partner.assessmentId}/copy-answers`}>
            Copy your answers about the county’s services from another assessment
          </Link>
        </p>
      )}
      {partner.mayChoose && <Choice partner={partner} fault={fault} />}
    </section>
  )
}

function standing({ side, agencyName, partnerName, alone }: PartnerData): string {
  if (side === 'partner') return `You rate it as the partner of ${agencyName}.`
  if (!partnerName) return 'Nobody: it is rated by the agency alone.'
  return alone
    ? `${partnerName} was asked to. The assessment went on without it.`
    : `${partnerName}, as the agency’s partner.`
}

function Choice({ partner, fault }: { partner: PartnerData; fault: string | undefined }) {
  const { assessmentId, agencyId, partners } = partner
  if (partners.length === 0) {
    return (
      <p>
        The agency has no behavioral-health partner here yet.{' '}
        <Link to={`/organizations/${agencyId}/partnerships`}>Propose a partnership</Link>
      </p>
    )
  }
  const hint =
    'Both sides rate the same items, each by itself, and settle the differences together. Once chosen, the partner can’t be replaced by another.'
  return (
    <Form method="post" action={`/assessments/${assessmentId}/partner`} className="choose-partner">
      <Field id="partnership" label="Choose a partner" hint={hint} errors={fault ? [fault] : []} required>
        <select
          className={fault ? 'usa-select usa-input--error' : 'usa-select'}
          id="partnership"
          name="partnership"
          required
          defaultValue={partners.length === 1 ? partners[0]?.value : ''}
          aria-invalid={fault ? true : undefined}
          aria-describedby={
            fault ? `${hintIdOf('partnership')} ${errorIdOf('partnership')}` : hintIdOf('partnership')
          }
        >
          {partners.length > 1 && <option value="">Choose one</option>}
          {partners.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <button type="submit" className="usa-button usa-button--outline">
        Ask them to rate it too
      </button>
    </Form>
  )
}
