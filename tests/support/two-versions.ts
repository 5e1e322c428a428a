import type { Questionnaire } from '#assessments/questionnaire.ts'
import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'

const why = (what: string) => `It was ${what} for the sake of the tests.`

/** A version 1.0.0 that both sides answer, with an item for each thing that can be done to one. */
export function olderVersion(): Questionnaire {
  return questionnaire({
    domains: [
      domain('care', [
        levelItem('care.same', { notApplicable: true }),
        levelItem('care.worded'),
        levelItem('care.old-name'),
        levelItem('care.other'),
        levelItem('care.whole'),
        levelItem('care.left'),
        levelItem('care.right'),
      ]),
      domain('people', [
        levelItem('people.gone', { notApplicable: true }),
        levelItem('people.budget', { answeredBy: 'agency' }),
        otherItem('text', 'people.name', { maximumLength: 200 }),
      ]),
    ],
  })
}

/** Version 1.1.0, which did each of those things. */
export function newerVersion(): Questionnaire {
  return questionnaire({
    version: '1.1.0',
    domains: [
      domain('care', [
        levelItem('care.same'),
        levelItem('care.worded', { question: 'How far, in other words?' }),
        levelItem('care.new-name'),
        levelItem('care.other', { question: 'Something else?' }),
        levelItem('care.part'),
        levelItem('care.whole', { question: 'What else?' }),
        levelItem('care.joined'),
      ]),
      domain('people', [
        levelItem('people.budget', { answeredBy: 'agency' }),
        otherItem('text', 'people.name', { maximumLength: 200 }),
        levelItem('people.new'),
      ]),
    ],
    revises: {
      version: '1.0.0',
      same: ['people.budget', 'people.name'],
      changes: [
        { change: 'reworded', item: 'care.same', why: why('reworded') },
        { change: 'reworded', item: 'care.worded', why: why('reworded') },
        { change: 'renamed', from: 'care.old-name', to: 'care.new-name', why: why('renamed') },
        { change: 'changed', item: 'care.other', why: why('changed') },
        { change: 'split', from: 'care.whole', to: ['care.part', 'care.whole'], why: why('split') },
        { change: 'merged', from: ['care.left', 'care.right'], to: 'care.joined', why: why('merged') },
        { change: 'retired', item: 'people.gone', why: why('retired') },
        { change: 'added', item: 'people.new', why: why('added') },
      ],
    },
  })
}
