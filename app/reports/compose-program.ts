import { formatDate, listed } from '../format.ts'
import { notValidated } from './how-computed.ts'
import type { Composed } from './composed.ts'
import type { Part } from './parts.ts'
import type { ProgramReport } from './program-report.ts'
import { programFirstPages } from './sections/program-first-page.ts'
import {
  agenciesSection,
  cohortSection,
  movementSection,
  spreadSection,
  weakestSection,
} from './sections/program-sections.ts'

/** Puts the report of a program together. */
export function composeProgram(report: ProgramReport): Composed {
  const { program, period, cutOffDay, comparedDay, questionnaire, edition, madeOn } = report
  const open = edition === 'public'
  const versions = `version${questionnaire.versions.length === 1 ? '' : 's'} ${listed(questionnaire.versions)}`
  const compared = comparedDay === null ? '' : `, compared with ${comparedDay}`
  const top = {
    kind: `Program report, ${period}${open ? ' – public edition' : ''}`,
    name: program,
    facts: `The latest final assessments on ${cutOffDay}${compared}. ${questionnaire.title}, ${versions}.`,
    remarks: open
      ? [
          'This is the public edition: it leaves out the names of agencies and people, notes, and every figure of fewer than five agencies.',
        ]
      : [],
  }
  return {
    title: `Program report, ${period}: ${program}`,
    footer: {
      name: program,
      below: `${questionnaire.title}, ${versions} · report made on ${formatDate(madeOn)}`,
    },
    madeOn,
    firstPage: programFirstPages(top, report),
    parts: [
      { kind: 'new-page' },
      ...spreadSection(report),
      ...movementSection(report),
      ...weakestSection(report),
      ...cohortSection(report),
      ...agenciesSection(report),
      ...computedParts(report, versions),
    ],
  }
}

function computedParts(report: ProgramReport, versions: string): Part[] {
  const { cutOffDay, comparedDay, questionnaire, period, madeOn } = report
  const record: [string, string][] = [
    ['Questionnaire', `${questionnaire.title}, ${versions}`],
    ['Period', period],
    ['Cut-off date', cutOffDay],
    ['Compared with', comparedDay ?? 'nothing'],
    ['Report made on', formatDate(madeOn)],
  ]
  return [
    { kind: 'heading', level: 2, text: 'How it was computed' },
    {
      kind: 'list',
      items: [
        'Each agency counts once, with its latest final assessment on the day that is told. Agencies that don’t share their scores are in no figure. What stands on answers is of the agencies that share those.',
        'The middle score is the median: half of the agencies are at or below it. A quarter of them are at or below the lower quartile, and a quarter at or above the upper one.',
        'A change of an agency is like for like: taken only on items that both of its rounds share and answered, at the newer version’s weights.',
        'Agencies are compared only where they have a final assessment on both days and the two share enough.',
        '“Not told” stands for a figure of fewer than five agencies, or one from which such a figure could be computed.',
      ],
    },
    { kind: 'heading', level: 3, text: 'The instrument' },
    {
      kind: 'paragraph',
      words: `It was written independently, and is neither endorsed by nor equivalent to any other instrument. ${notValidated}`,
    },
    { kind: 'heading', level: 3, text: 'Record' },
    {
      kind: 'table',
      summary: 'What this report was made of',
      columns: [
        { title: 'What', share: 3 },
        { title: 'Value', share: 8 },
      ],
      rows: record.map((cells) => ({ cells })),
    },
  ]
}
