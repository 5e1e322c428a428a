import { Link } from '@remix-run/react'
import { useSteps } from './steps.ts'

interface Props {
  /** Of the step that holds the text. */
  revision: number
  /** What is redacted, for those who hear the link without what stands around it. */
  of: string
}

/** Leads to where text that a step holds is taken out. */
export function RedactLink({ revision, of }: Props) {
  const { page } = useSteps()
  return (
    <Link to={`/assessments/${page.assessment.id}/steps/${revision}/redact`}>
      Redact<span className="usa-sr-only"> {of}</span>
    </Link>
  )
}
