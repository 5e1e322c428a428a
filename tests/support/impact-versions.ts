import { domain, levelItem, questionnaire } from './questionnaires.ts'

const why = 'So that it is clearer.'

/** Two versions of a questionnaire: one item stays, one is reworded, one split, one retired, one new. */
export const before = questionnaire({
  slug: 'sketch',
  domains: [
    domain('care', [
      levelItem('care.same'),
      levelItem('care.words'),
      levelItem('care.whole'),
      levelItem('care.gone', { notApplicable: true }),
    ]),
  ],
})

export const after = questionnaire({
  slug: 'sketch',
  version: '1.1.0',
  domains: [
    domain('care', [
      levelItem('care.same'),
      levelItem('care.words', { question: 'In other words?' }),
      levelItem('care.one'),
      levelItem('care.two'),
      levelItem('care.new'),
    ]),
  ],
  revises: {
    version: '1.0.0',
    same: ['care.same'],
    changes: [
      { change: 'reworded', item: 'care.words', why },
      { change: 'split', from: 'care.whole', to: ['care.one', 'care.two'], why },
      { change: 'added', item: 'care.new', why },
      { change: 'retired', item: 'care.gone', why },
    ],
  },
})
