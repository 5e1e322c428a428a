import type { Side } from '#assessments/access.ts'
import type { AnswerFates } from '#assessments/answer-fates.ts'
import type { Impact } from '#assessments/impact.ts'
import { fateLines, itemsSentence, scoreSentences } from '#app/questionnaires/impact-words.ts'
import { counted } from '#app/format.ts'

/** What a version means for the database at hand, as plain text. */
export function impactAsText(impact: Impact): string {
  const { questionnaire, revises, inProgress, answers, comparable, scores } = impact
  const { shrinking } = comparable
  return [
    [
      `${questionnaire}${revises === null ? ' revises no other version' : `, against ${revises}`}.`,
      itemsSentence(impact),
    ],
    [
      'Assessments in progress on earlier versions',
      ...(inProgress.length === 0 ? ['  None.'] : []),
      ...inProgress.map(
        ({ version, assessments, movable }) =>
          `  ${version}: ${assessments}, of which ${movable} could move.`,
      ),
    ],
    ['Answers of assessments in progress', ...sideLines(answers.inProgress)],
    ['Answers of each agency’s latest final assessment', ...sideLines(answers.final)],
    [
      'Items that a later round can be compared on',
      `  ${counted(comparable.assessments, 'assessment')} made final, of which ${shrinking.length} with fewer items than before.`,
      ...shrinking.map(
        ({ assessment, version, from, to }) =>
          `  ${assessment} (${version}): ${to} instead of ${counted(from, 'item')}.`,
      ),
    ],
    [
      'Overall scores, if those answers were scored under it',
      ...scoreSentences(scores).map((line) => `  ${line}`),
    ],
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function sideLines(sides: Record<Side, AnswerFates>): string[] {
  const names = { agency: 'Agencies', partner: 'Partners' } as const
  return (['agency', 'partner'] as const).flatMap((side) => {
    const lines = fateLines(sides[side]).filter(({ count }) => count > 0)
    if (lines.length === 0) return [`  ${names[side]}: none.`]
    return [`  ${names[side]}`, ...lines.map(({ count, words }) => `    ${count} ${words}`)]
  })
}
