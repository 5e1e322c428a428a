import { faultLine } from '#assessments/faults.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { readQuestionnaire } from '#assessments/read-questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'

/** JSON as an author writes it, before any default is filled in. */
export type Json = Record<string, unknown>

/** A level item that is complete but for what `fields` override. */
export function levelItem(id: string, fields: Json = {}): Json {
  return {
    id,
    kind: 'level',
    question: `How far along is ${id}?`,
    anchors: anchorsFor([1, 2, 3, 4, 5]),
    ...fields,
  }
}

/** An item of another kind. */
export function otherItem(kind: string, id: string, fields: Json = {}): Json {
  return { id, kind, question: `What about ${id}?`, ...fields }
}

/** Two options, `first` and `second`, as fields of a `choice` or `choices` item. */
export const twoOptions: Json = {
  options: [
    { id: 'first', label: 'The first' },
    { id: 'second', label: 'The second' },
  ],
}

/** An anchor for each of these levels. */
export function anchorsFor(levels: readonly number[]): Json {
  return Object.fromEntries(levels.map((level) => [level, `What level ${level} looks like.`]))
}

/** Levels with these values. */
export function levelsOf(values: readonly number[]): Json[] {
  return values.map((value) => ({ value, label: `Level ${value}`, meaning: 'What it means.' }))
}

/** A domain with these items. */
export function domain(id: string, items: readonly Json[], fields: Json = {}): Json {
  return { id, title: `Title of ${id}`, question: 'Which question?', items, ...fields }
}

/** The four bands of the design. */
export const fourBands: Json[] = [
  { id: 'beginning', label: 'Beginning', from: 0, meaning: 'Little is there.' },
  { id: 'developing', label: 'Developing', from: 40, meaning: 'Some is there.' },
  { id: 'advancing', label: 'Advancing', from: 60, meaning: 'Most is there.' },
  { id: 'sustaining', label: 'Sustaining', from: 80, meaning: 'All is there.' },
]

/** A whole questionnaire's file, valid unless `fields` make it otherwise. */
export function questionnaireJson(fields: Json = {}): Json {
  return {
    slug: 'sample',
    version: '1.0.0',
    title: 'A sample',
    summary: 'For tests.',
    about: 'Nothing more.',
    minutes: { least: 10, most: 20 },
    levels: levelsOf([1, 2, 3, 4, 5]),
    whenInDoubt: 'Take the lower.',
    scoring: { bands: fourBands },
    domains: [domain('leadership', [levelItem('leadership.workgroup'), levelItem('leadership.coordinator')])],
    ...fields,
  }
}

/** The same as a questionnaire, read as any file is. Throws where it has faults. */
export function questionnaire(fields: Json = {}): Questionnaire {
  const reading = readQuestionnaire(questionnaireJson(fields))
  if (reading.status === 'valid') return reading.questionnaire
  throw new Error(reading.faults.map(faultLine).join('\n'))
}

/** Responses from levels and other values by item id; a Response stands for itself. */
export function responses(
  values: Record<string, number | boolean | string | string[] | Response>,
): Responses {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      typeof value === 'object' && !Array.isArray(value) ? value : { value },
    ]),
  )
}

export const notApplicable: Response = { notApplicable: 'There is none in this county.' }
