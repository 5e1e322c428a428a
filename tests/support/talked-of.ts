import { domain, levelItem, otherItem, questionnaire } from './questionnaires.ts'

/** Scored items of every kind of standing between the sides; `data.shared` is shown from level 3 of `data.plan`. */
export const sample = questionnaire({
  domains: [
    domain('training', [
      levelItem('training.same'),
      levelItem('training.near', { notApplicable: true }),
      levelItem('training.wide'),
      levelItem('training.budget', { answeredBy: 'agency' }),
      levelItem('training.optional', { answeredBy: 'partner-optional' }),
      otherItem('number', 'training.officers', { unit: 'officers', minimum: 0, maximum: 999 }),
    ]),
    domain('data', [
      levelItem('data.plan', { notApplicable: true }),
      levelItem('data.shared', { shownWhen: { all: [{ item: 'data.plan', atLeast: 3 }] } }),
    ]),
  ],
})
