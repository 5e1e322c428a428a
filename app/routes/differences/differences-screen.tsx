import { useRef } from 'react'
import { BeingRevised } from '#app/components/being-revised.tsx'
import { AgreementPanel } from './agreement-panel.tsx'
import { DifferencesHeading, NothingToTalkOf, WhereItStands } from './differences-heading.tsx'
import { FilterForm } from './filter-form.tsx'
import { ItemPanel } from './item-panel.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import type { DifferencesPage, Talk } from './load-differences.server.ts'
import { RedactLink } from './redact-link.tsx'
import { SignPanel } from './sign-panel.tsx'
import { StepsProvider } from './steps.ts'
import { Summary } from './summary.tsx'
import type { FormProblem } from './take-form.server.ts'
import { TalkList } from './talk-list.tsx'
import { useFreshPage, type FreshPage } from './use-fresh-page.ts'
import { useLive } from './use-live.ts'
import { useSending } from './use-sending.ts'
import { useFocusOnItem, useTalkKeys } from './use-talk-keys.ts'

interface Props {
  loaded: DifferencesPage
  /** What a form without JavaScript could not do. */
  refused: FormProblem | undefined
}

/** Where both sides lay their differences open, settle them and sign. */
export function DifferencesScreen({ loaded, refused }: Props) {
  const { page, refresh } = useFreshPage(loaded)
  const { assessment, coReview, moved, talk } = page
  const mayMove = coReview !== null && !coReview.alone && assessment.stage !== 'final'
  useLive(assessment.id, mayMove, moved, () => void refresh())
  return (
    <div className="talk">
      <DifferencesHeading page={page} />
      {talk ? <TalkScreen {...{ page, talk, refused, refresh }} /> : <NothingToTalkOf page={page} />}
    </div>
  )
}

interface TalkProps extends FreshPage {
  talk: Talk
  refused: FormProblem | undefined
}

function TalkScreen({ page, talk, refused, refresh }: TalkProps) {
  const { said, ...steps } = useSending({ page, talk, refused, refresh })
  const { stage, agencyName, partnerName } = page.assessment
  const other = page.side === 'agency' ? partnerName : agencyName
  const reconciling = stage === 'reconciling'
  return (
    <StepsProvider value={steps}>
      <WhereItStands page={page} />
      {talk.revision && reconciling && (
        <>
          <BeingRevised assessmentId={page.assessment.id} revision={talk.revision} />
          {talk.reopening !== null && (
            <p>
              <RedactLink revision={talk.reopening} of="the reason for reopening" />
            </p>
          )}
        </>
      )}
      <Summary counts={talk.counts} other={other ?? 'the other side'} />
      <p role="status" className="talk__said">
        {said}
      </p>
      {talk.signing.ready && reconciling && <SignPanel signing={talk.signing} side={page.side} />}
      <div className="talk__folds">
        <AgreementPanel agreement={talk.agreement} />
        <KeyboardHelp />
      </div>
      <ListAndItem talk={talk} />
    </StepsProvider>
  )
}

function ListAndItem({ talk }: { talk: Talk }) {
  const region = useRef<HTMLDivElement>(null)
  const section = useRef<HTMLElement>(null)
  useTalkKeys(region, talk)
  useFocusOnItem(section, talk.item?.id ?? '')
  return (
    <div ref={region} className={talk.chosen ? 'talk__columns talk__columns--chosen' : 'talk__columns'}>
      <div className="talk__list">
        <FilterForm />
        <TalkList />
      </div>
      {talk.item && (
        <section
          id={talk.item.id}
          ref={section}
          tabIndex={-1}
          className="talk__item"
          aria-labelledby="talk-item-question"
        >
          <ItemPanel key={talk.item.id} item={talk.item} />
        </section>
      )}
    </div>
  )
}
