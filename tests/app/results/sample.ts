import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { FinalRound } from '#app/results/round.ts'
import { domain, levelItem, otherItem, questionnaire, responses } from '#tests/support/questionnaires.ts'

/** Two domains of three items; in each, the first is a must-have. */
export const sample: Questionnaire = questionnaire({
  domains: [
    domain(
      'training',
      [
        levelItem('training.basic', { mustHave: true, question: 'Who is trained?' }),
        levelItem('training.advanced', { weight: 2, notApplicable: true, question: 'Who is trained more?' }),
        levelItem('training.refresher', { question: 'How often again?' }),
        otherItem('number', 'training.hours', { unit: 'hours', minimum: 0, maximum: 100 }),
      ],
      { title: 'Training' },
    ),
    domain(
      'data',
      [
        levelItem('data.coded', { mustHave: true, question: 'What is coded?' }),
        levelItem('data.shared', { notApplicable: true, question: 'What is shared?' }),
        levelItem('data.analyzed', {
          question: 'Who analyzes?',
          shownWhen: { all: [{ item: 'data.coded', atLeast: 2 }] },
        }),
      ],
      { title: 'Data' },
    ),
  ],
})

/** The next version: an item renamed, one changed, one added, one gone. */
export const sampleNext: Questionnaire = questionnaire({
  version: '1.1.0',
  domains: [
    domain(
      'training',
      [
        levelItem('training.basic', { mustHave: true, question: 'Who is trained?' }),
        levelItem('training.beyond', { weight: 2, question: 'Who is trained more?' }),
        levelItem('training.renewal', { question: 'How often again?' }),
        otherItem('number', 'training.hours', { unit: 'hours', minimum: 0, maximum: 100 }),
      ],
      { title: 'Training' },
    ),
    domain(
      'data',
      [
        levelItem('data.coded', { mustHave: true, question: 'What is coded now?' }),
        levelItem('data.shared', { notApplicable: true, question: 'What is shared?' }),
        levelItem('data.published', { question: 'What is published?' }),
      ],
      { title: 'Data' },
    ),
  ],
  revises: {
    version: '1.0.0',
    same: ['training.basic', 'training.hours', 'data.shared'],
    changes: [
      { change: 'renamed', from: 'training.advanced', to: 'training.beyond', why: 'A clearer name.' },
      { change: 'renamed', from: 'training.refresher', to: 'training.renewal', why: 'A clearer name.' },
      { change: 'changed', item: 'data.coded', why: 'It asks about now.' },
      { change: 'retired', item: 'data.analyzed', why: 'Nobody could answer it.' },
      { change: 'added', item: 'data.published', why: 'It was missing.' },
    ],
  },
})

export const lineage = [sample, sampleNext]

/** A round of `sample`, or of another version. */
export function round(
  date: string,
  values: Parameters<typeof responses>[0],
  of: Questionnaire = sample,
): FinalRound {
  return { assessmentId: `assessment-${date}`, date, questionnaire: of, responses: responses(values) }
}

/** Everything answered with one level. */
export function allAt(level: number): Record<string, number> {
  return Object.fromEntries(
    [
      'training.basic',
      'training.advanced',
      'training.refresher',
      'data.coded',
      'data.shared',
      'data.analyzed',
    ].map((id) => [id, level]),
  )
}

/** Some answers left out. */
export function without<T>(values: Record<string, T>, ...ids: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !ids.includes(id)))
}
