import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { domain, levelItem, otherItem, questionnaireJson } from '#tests/support/questionnaires.ts'

/** A folder with a questionnaire that has differences of each kind, for `QUESTIONNAIRES_DIR`. */
export function folderWithEachDifference(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pmhc-questionnaires-'))
  const json = questionnaireJson({
    domains: [
      domain('leadership', [
        levelItem('leadership.workgroup', { question: 'How does the group meet?', required: true }),
        levelItem('leadership.policy', { question: 'Where is it written?', required: true }),
        levelItem('leadership.mobile-team', { question: 'Who goes along?', notApplicable: true }),
        otherItem('number', 'leadership.calls', { unit: 'calls', minimum: 0, maximum: 999_999_999 }),
      ]),
      domain('training', [
        levelItem('training.basic', { question: 'Who is trained?', required: true }),
        levelItem('training.station', { question: 'Who trains the station?', answeredBy: 'agency' }),
        levelItem('training.dispatch', { question: 'Who trains dispatch?', answeredBy: 'partner-optional' }),
      ]),
    ],
  })
  mkdirSync(join(folder, 'sample'))
  writeFileSync(join(folder, 'sample', '1.0.0.json'), JSON.stringify(json))
  return folder
}

/** What one side answers, and the words and numbers by which it would be known elsewhere. */
export interface Answers {
  /** By item; a text is the reason why it does not apply. */
  readonly levels: Readonly<Record<string, number | string>>
  readonly calls: string
  readonly note: string
  readonly link: string
}

export const stationAnswers: Answers = {
  levels: {
    'leadership.workgroup': 4,
    'leadership.policy': 3,
    'leadership.mobile-team': 'Telltale reason of the station',
    'training.basic': 3,
    'training.station': 5,
    'training.dispatch': 2,
  },
  calls: '734159268',
  note: 'Telltale note of the station',
  link: 'https://station.example/telltale',
}

export const clinicAnswers: Answers = {
  levels: {
    'leadership.workgroup': 1,
    'leadership.policy': 2,
    'leadership.mobile-team': 2,
    'training.basic': 3,
  },
  calls: '268915437',
  note: 'Telltale note of the clinic',
  link: 'https://clinic.example/telltale',
}

/** What tells that something of these answers came through, whatever the way it is written in. */
export function marksOf({ levels, calls, note, link }: Answers): RegExp {
  const reasons = Object.values(levels).filter((level) => typeof level === 'string')
  const number = calls.replace(/(\d{3})(\d{3})(\d{3})/, '$1,?$2,?$3')
  return new RegExp([...reasons, note, link.replaceAll('/', String.raw`\\*/`), number].join('|'))
}
