import { useSearchParams } from '@remix-run/react'
import { Alert } from '#app/components/alert.tsx'
import { counted } from '#app/format.ts'
import { countsAsMissing } from './counts-as-missing.ts'
import type { DomainPage } from './load-domain.server.ts'
import type { FormOutcome } from './save-form.server.ts'
import type { ItemView } from './use-answers.ts'

interface Props {
  page: DomainPage
  outcome: FormOutcome | undefined
  views: readonly ItemView[]
}

/** What became of a form that was sent without JavaScript: saved, and what is missing; or not saved, and why. */
export function SavedByForm({ outcome, views }: Props) {
  const [search] = useSearchParams()
  const trouble = views.filter(({ item }) => outcome?.notSaved[item.id])
  if (outcome?.movedTo) {
    return (
      <Alert tone="error" heading="Nothing was saved: the questionnaire was moved to another version" live>
        <p>
          This page now shows version {outcome.movedTo}. What you entered is still below. Look at each
          question again, then press “Save answers”.
        </p>
        <Links views={trouble} />
      </Alert>
    )
  }
  if (trouble.length > 0) {
    return (
      <Alert tone="error" heading={`${counted(trouble.length, 'answer')} could not be saved`} live>
        <p>Everything else is saved. Please look at:</p>
        <Links views={trouble} />
      </Alert>
    )
  }
  if (!search.has('saved')) return null
  const missing = views.filter(countsAsMissing)
  return (
    <Alert tone="success" heading="Saved" live>
      <p>{missing.length === 0 ? 'Nothing is missing in this domain.' : 'Not answered yet:'}</p>
      <Links views={missing} />
    </Alert>
  )
}

function Links({ views }: { views: readonly ItemView[] }) {
  if (views.length === 0) return null
  return (
    <ul>
      {views.map(({ item, number }) => (
        <li key={item.id}>
          <a href={`#${item.id}`}>
            {number}. {item.question}
          </a>
        </li>
      ))}
    </ul>
  )
}
