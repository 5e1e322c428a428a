import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareRounds } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { levelsText } from '#assessments/levels-text.ts'
import { levelComparer } from '#assessments/portfolio/level-change.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { arbitraryRounds } from '#tests/support/arbitrary-questionnaires.ts'
import { arbitraryChain } from '#tests/support/arbitrary-versions.ts'

const at = (questionnaire: Questionnaire, responses: Responses | undefined) => ({
  questionnaire,
  responses: responses ?? {},
})

function bothWays(
  lineage: readonly Questionnaire[],
  older: ReturnType<typeof at>,
  newer: ReturnType<typeof at>,
) {
  const { questionnaire: from } = older
  const { questionnaire: to } = newer
  const compared = compareRounds(older, newer, correspondence(lineage, from.version, to.version))
  return {
    quick: levelComparer(lineage, from, to)(levelsText(older), levelsText(newer)),
    slow: {
      overall: compared.overall.displayChange,
      domains: compared.domains.map(({ displayChange }) => displayChange),
    },
  }
}

test('the change from two texts of levels is the one that the rounds themselves give', () => {
  fc.assert(
    fc.property(arbitraryRounds(2), ({ sample, rounds }) => {
      const { quick, slow } = bothWays([sample], at(sample, rounds[0]), at(sample, rounds[1]))
      expect(quick).toEqual(slow)
    }),
    { numRuns: 300 },
  )
})

test('the change across versions, too', () => {
  fc.assert(
    fc.property(arbitraryChain(), ({ versions, rounds }) => {
      const lineage = versions.map(({ questionnaire }) => questionnaire)
      const [first, last] = [lineage[0], lineage.at(-1)]
      if (!first || !last) return
      const { quick, slow } = bothWays(lineage, at(first, rounds[0]), at(last, rounds.at(-1)))
      expect(quick).toEqual(slow)
    }),
    { numRuns: 300 },
  )
})
