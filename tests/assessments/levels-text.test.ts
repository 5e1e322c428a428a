import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemStates } from '#assessments/item-outcomes.ts'
import { levelsText, readLevelsText } from '#assessments/levels-text.ts'
import { arbitraryRounds } from '#tests/support/arbitrary-questionnaires.ts'
import { questionnaire, responses } from '#tests/support/questionnaires.ts'

const sample = questionnaire()

describe('levelsText', () => {
  test('has a character for each level item: its level, unanswered, or not applicable', () => {
    const answers = responses({
      'leadership.workgroup': { value: 4 },
      'leadership.coordinator': { notApplicable: 'None here' },
    })
    expect(levelsText({ questionnaire: sample, responses: answers })).toMatch(/^4\./)
    expect(levelsText({ questionnaire: sample, responses: {} })).toMatch(/^[-.]+$/)
  })

  test('says of every round what its items came to', () => {
    fc.assert(
      fc.property(arbitraryRounds(1), ({ sample: asked, rounds: [given = {}] }) => {
        const round = { questionnaire: asked, responses: given }
        expect(readLevelsText(asked, levelsText(round))).toEqual(itemStates(round))
      }),
    )
  })

  test('of another version is refused', () => {
    expect(() => readLevelsText(sample, '1')).toThrow('levels are kept of')
  })
})
