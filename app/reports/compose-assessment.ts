import { formatDate } from '../format.ts'
import type { AssessmentReport } from './assessment-report.ts'
import type { Composed } from './composed.ts'
import { actionsSection } from './sections/actions-section.ts'
import { bothSidesSection } from './sections/both-sides-section.ts'
import { changesSection } from './sections/changes-section.ts'
import { computedSection } from './sections/computed-section.ts'
import { domainsSection } from './sections/domain-section.ts'
import { firstPages } from './sections/first-page.ts'

/** Puts the report of one assessment together, from the first page to the record of how it was computed. */
export function composeAssessment(report: AssessmentReport): Composed {
  const { agency, round, asOf, questionnaire, madeOn, edition } = report
  const top = {
    kind: `Progress report, ${round}${edition === 'public' ? ' – public edition' : ''}`,
    name: agency,
    facts: `As of ${asOf}. ${questionnaire}.`,
    remarks: [...revisedWords(report), ...report.leftOut],
  }
  return {
    title: `Progress report, ${round}: ${agency}`,
    footer: { name: agency, below: `${questionnaire} · report made on ${formatDate(madeOn)}` },
    madeOn,
    firstPage: firstPages(top, report.first),
    parts: [
      { kind: 'new-page' },
      ...(report.changes ? changesSection(report.changes) : []),
      ...actionsSection(report.actions),
      ...(report.review ? bothSidesSection(report.review) : []),
      ...domainsSection('Domain by domain', report.domains),
      ...computedSection(report.computed),
    ],
  }
}

/** That a newer copy is being made. */
export function revisedWords({ beingRevised }: { beingRevised: boolean }): string[] {
  return beingRevised
    ? ['The assessment is being revised: this report is of the copy that counts until it is final again.']
    : []
}
