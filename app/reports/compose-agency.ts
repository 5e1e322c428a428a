import { formatDate } from '../format.ts'
import type { AgencyReport } from './agency-report.ts'
import { revisedWords } from './compose-assessment.ts'
import type { Composed } from './composed.ts'
import type { Part } from './parts.ts'
import { actionsSection } from './sections/actions-section.ts'
import { changesSection } from './sections/changes-section.ts'
import { computedSection } from './sections/computed-section.ts'
import { domainsSection } from './sections/domain-section.ts'
import { driftSection } from './sections/drift-section.ts'
import { firstPages } from './sections/first-page.ts'
import { levelsSection } from './sections/levels-section.ts'
import { lineFigure, trendSection } from './sections/trend-section.ts'

/** Puts the report of an agency over time together. */
export function composeAgency(report: AgencyReport): Composed {
  const { agency, period, asOf, questionnaire, madeOn, edition, rounds, sinceLast, sinceFirst } = report
  const count = rounds.length === 1 ? 'One round' : `${rounds.length} rounds`
  const top = {
    kind: `Progress over time, ${period}${edition === 'public' ? ' – public edition' : ''}`,
    name: agency,
    facts: `${count}, the latest as of ${asOf}. ${questionnaire}.`,
    remarks: [...revisedWords(report), ...report.leftOut],
  }
  return {
    title: `Progress over time, ${period}: ${agency}`,
    footer: { name: agency, below: `${questionnaire} · report made on ${formatDate(madeOn)}` },
    madeOn,
    firstPage: firstPages(
      top,
      report.first,
      rounds.length > 1 ? [lineFigure(report.lines.overall, report.lines, 78)] : [],
    ),
    parts: [
      { kind: 'new-page' },
      ...trendSection(report.lines),
      ...(sinceLast ? changesSection(sinceLast) : []),
      ...(sinceFirst
        ? changesSection(sinceFirst, `What changed since the first round, ${sinceFirst.since}`)
        : []),
      ...actionsSection(report.actions),
      ...(report.drift ? driftSection(report.drift) : []),
      ...(report.levels ? levelsSection(report.levels) : []),
      ...domainsSection('Domain by domain, the latest round', report.domains),
      ...roundsTable(report),
      ...computedSection(report.computed),
    ],
  }
}

function roundsTable({ rounds }: AgencyReport): Part[] {
  return [
    { kind: 'heading', level: 2, text: 'The rounds' },
    {
      kind: 'table',
      summary: 'The rounds that this report is made of, oldest first',
      columns: [
        { title: 'Round', share: 3 },
        { title: 'Version', share: 2 },
        { title: 'Co-reviewed or not', share: 3 },
        { title: 'Made final on', share: 4 },
      ],
      rows: rounds.map(({ label, version, reviewed, finalizedOn }) => ({
        cells: [label, version, reviewed, finalizedOn],
      })),
    },
  ]
}
