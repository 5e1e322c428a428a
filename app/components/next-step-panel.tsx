import { Link } from '@remix-run/react'
import type { NextStep } from '../next-step.ts'

/** What to do next: the biggest thing on its page. */
export function NextStepPanel({ step }: { step: NextStep }) {
  return (
    <div className="next-step">
      <p className="next-step__sentence">{step.sentence}</p>
      <Link className="usa-button usa-button--big next-step__button" to={step.to}>
        {step.label}
      </Link>
    </div>
  )
}
