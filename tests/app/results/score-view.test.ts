import { describe, expect, test } from 'vitest'
import { domainViews, overallView } from '#app/results/score-view.ts'
import { exactScores } from '#assessments/exact-scoring.ts'
import { notApplicable, responses } from '#tests/support/questionnaires.ts'
import { allAt, sample, without } from './sample.ts'

function scored(values: Parameters<typeof responses>[0]) {
  const given = responses(values)
  return { questionnaire: sample, responses: given, scores: exactScores(sample, given) }
}

describe('domainViews', () => {
  test('give a band with its meaning, and what the score stands on', () => {
    const [training] = domainViews(scored(allAt(4)))
    expect(training).toMatchObject({
      title: 'Training',
      displayed: 75,
      answered: 3,
      applicable: 3,
      band: { label: 'Advancing', meaning: 'Most is there.' },
      withheld: [],
      capped: null,
    })
  })

  test('say that too little is answered, and which must-have is missing', () => {
    const [training] = domainViews(scored({ 'training.refresher': 3 }))
    expect(training?.band).toBeNull()
    expect(training?.withheld).toEqual([
      { text: 'Only 1 of 3 applicable scored items are answered; a band needs at least 80%.', items: [] },
      {
        text: 'A must-have is unanswered:',
        items: [{ id: 'training.basic', question: 'Who is trained?', detail: null }],
      },
    ])
  })

  test('name the items whose "not applicable" holds too much of the weight', () => {
    const [training] = domainViews(scored({ ...allAt(4), 'training.advanced': notApplicable }))
    expect(training?.withheld).toEqual([
      {
        text: 'Items answered not applicable hold 50% of this domain’s weight; a band allows at most 25%:',
        items: [{ id: 'training.advanced', question: 'Who is trained more?', detail: null }],
      },
    ])
  })

  test('name a must-have below its passing level, with both levels', () => {
    const [training] = domainViews(scored({ ...allAt(5), 'training.basic': 2 }))
    expect(training?.capped).toEqual({
      text: 'The band can be at most Advancing, not Sustaining, while this must-have is below the level that passes:',
      items: [{ id: 'training.basic', question: 'Who is trained?', detail: 'level 2, and level 3 passes' }],
    })
  })
})

describe('overallView', () => {
  test('names the domains without a band', () => {
    const rest = without(allAt(4), 'data.coded')
    expect(overallView(scored(rest)).withheld).toContainEqual({
      text: 'Data has no band yet, so there is none for the whole.',
      items: [],
    })
    expect(overallView(scored({})).withheld).toContainEqual({
      text: 'Training and Data have no band yet, so there is none for the whole.',
      items: [],
    })
  })

  test('has no score and no band where nothing is answered', () => {
    expect(overallView(scored({}))).toMatchObject({ displayed: null, band: null, answered: 0, applicable: 5 })
  })
})
