import { useRef } from 'react'
import { Alert } from '#app/components/alert.tsx'
import { useLeaveGuard } from '#app/saving/use-leave-guard.ts'
import { DomainHeading } from './domain-heading.tsx'
import { DomainSteps } from './domain-steps.tsx'
import { versionField } from './form-fields.ts'
import { ItemCard } from './item-card.tsx'
import { ItemList } from './item-list.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { LeftBehind } from './left-behind.tsx'
import { LeaveWarning } from './leave-warning.tsx'
import type { DomainPage } from './load-domain.server.ts'
import { PageMoved } from './moved-notice.tsx'
import type { FormOutcome } from './save-form.server.ts'
import { SavedByForm } from './saved-by-form.tsx'
import { SavingStatus } from './saving-status.tsx'
import { useAnswers } from './use-answers.ts'
import { useArrival } from './use-arrival.ts'

interface Props {
  page: DomainPage
  /** What a form without JavaScript could not save. */
  outcome: FormOutcome | undefined
}

/** A domain's questions, one under the other, each saved as it is answered. */
export function DomainScreen({ page, outcome }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const answers = useAnswers(page, outcome, form)
  useArrival()
  const leaving = useLeaveGuard(answers.saver)
  const mayChange = page.mayAnswer && !page.locked
  return (
    <div className="domain">
      <DomainHeading page={page} />
      <PageMoved movedTo={answers.movedTo} />
      <LeftBehind page={page} state={answers.state} saver={answers.saver} outcome={outcome} />
      <SavedByForm page={page} outcome={outcome} views={answers.views} />
      <div className="domain__columns">
        <aside className="domain__side">
          <SavingStatus page={page} state={answers.state} mayChange={mayChange} />
          <ItemList page={page} views={answers.views} />
        </aside>
        <form
          key={page.domain.id}
          ref={form}
          method="post"
          autoComplete="off"
          className="domain__items"
          onSubmit={(event) => {
            event.preventDefault()
            answers.saver?.hurry()
          }}
        >
          {mayChange && <input type="hidden" name={versionField} value={page.questionnaire.version} />}
          {mayChange && <SaveWithoutScript />}
          {mayChange && <KeyboardHelp levels={page.levels} />}
          {answers.views.map((view) => (
            <ItemCard key={view.item.id} view={view} page={page} answers={answers} mayChange={mayChange} />
          ))}
          {mayChange && <SaveWithoutScript />}
        </form>
      </div>
      <DomainSteps page={page} />
      {leaving && <LeaveWarning {...leaving} />}
    </div>
  )
}

/** What takes the place of saving each answer at once, where the page's script doesn't run. */
function SaveWithoutScript() {
  return (
    <noscript>
      <Alert tone="info">
        <p>JavaScript is off in this browser. Answers are saved when you press the button.</p>
      </Alert>
      <button type="submit" className="usa-button usa-button--big">
        Save answers
      </button>
    </noscript>
  )
}
