import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparisonsOf } from '#assessments/shown-among.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { compare } from '#assessments/rational.ts'
import type { Responses } from '#assessments/response.ts'
import { scoreExactly, scoreResponses } from '#assessments/scoring.ts'
import { shownItems } from '#assessments/shown-when.ts'
import { arbitraryQuestionnaire, arbitraryRounds } from '#tests/support/arbitrary-questionnaires.ts'
import { notApplicable } from '#tests/support/questionnaires.ts'
import { naiveIsShown, naiveScorecard } from './naive-scoring.ts'

const answered = arbitraryRounds(1).map(({ sample, rounds }) => ({ sample, given: rounds[0] ?? {} }))
const runs = { numRuns: 250 }

function dependedOn(sample: Questionnaire): Set<string> {
  return new Set(
    itemsOf(sample).flatMap(({ shownWhen }) =>
      shownWhen ? comparisonsOf(shownWhen).map(({ item }) => item) : [],
    ),
  )
}

function withLevels(sample: Questionnaire, level: number): Responses {
  return Object.fromEntries(
    itemsOf(sample).map((item) => [item.id, { value: item.kind === 'level' ? level : true }]),
  )
}

describe('scoreResponses', () => {
  test('gives exactly what the rules give when followed in the plainest way', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        expect(scoreResponses(sample, given)).toEqual(naiveScorecard(sample, given))
      }),
      { numRuns: 600 },
    )
  })

  test('shows the items that the rule shows', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        const shown = itemsOf(sample).filter((item) => naiveIsShown(sample, given, item))
        expect(shownItems(sample, given)).toEqual(new Set(shown.map(({ id }) => id)))
      }),
      runs,
    )
  })

  test('does not depend on the order of items, domains or responses', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        const turned: Questionnaire = {
          ...sample,
          domains: sample.domains
            .map((domain) => ({ ...domain, items: domain.items.toReversed() }))
            .toReversed(),
        }
        const other = Object.fromEntries(Object.entries(given).reverse())
        const card = scoreResponses(sample, given)
        const back = scoreResponses(turned, other)
        const sorted = ({ cappedBy, ...rest }: typeof card.overall) => ({
          ...rest,
          cappedBy: cappedBy.toSorted(),
        })
        expect(sorted(back.overall)).toEqual(sorted(card.overall))
        expect(back.domains.toReversed().map(sorted)).toEqual(card.domains.map(sorted))
      }),
      runs,
    )
  })

  test('is never lowered by an answer that rises, unless what is shown depends on it', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ sample, given }, pick) => {
        const dependencies = dependedOn(sample)
        const values = sample.levels.map(({ value }) => value)
        const candidates = levelItemsOf(itemsOf(sample)).filter(
          ({ id }) =>
            !dependencies.has(id) &&
            typeof given[id]?.value === 'number' &&
            given[id].value !== values.at(-1),
        )
        const item = candidates[pick % candidates.length]
        if (!item) return
        const higher = values[values.indexOf(Number(given[item.id]?.value)) + 1]
        const before = scoreExactly(sample, given)
        const after = scoreExactly(sample, { ...given, [item.id]: { value: higher ?? 0 } })
        for (const [i, domain] of [...before.domains, before.overall].entries()) {
          const later = [...after.domains, after.overall][i]
          if (domain.score === null) expect(later?.score).toBeNull()
          else expect(later?.score && compare(later.score, domain.score)).toBeGreaterThanOrEqual(0)
        }
      }),
      runs,
    )
  })

  test('is 100 where all is at the highest level and 0 where all is at the lowest', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire({ conditional: false }), (sample) => {
        const values = sample.levels.map(({ value }) => value)
        const scored = (level: number | undefined) => scoreResponses(sample, withLevels(sample, level ?? 0))
        const high = scored(values.at(-1))
        const low = scored(values[0])
        expect(high.overall).toMatchObject({ score: 100, completeness: 1, cappedBy: [] })
        expect(high.overall.band).toBe(sample.scoring.bands.at(-1)?.id)
        expect(low.overall).toMatchObject({ score: 0, completeness: 1, band: sample.scoring.bands[0]?.id })
        for (const { score } of high.domains) expect([100, null]).toContain(score)
        for (const { score } of low.domains) expect([0, null]).toContain(score)
      }),
      runs,
    )
  })

  test('is, with an item not applicable on which nothing depends, as if the questionnaire lacked that item', () => {
    fc.assert(
      fc.property(answered, fc.nat(), ({ sample, given }, pick) => {
        const dependencies = dependedOn(sample)
        const candidates = levelItemsOf(itemsOf(sample)).filter(({ id }) => !dependencies.has(id))
        const item = candidates[pick % candidates.length]
        if (!item) return
        const without: Questionnaire = {
          ...sample,
          domains: sample.domains.map((domain) => ({
            ...domain,
            items: domain.items.filter(({ id }) => id !== item.id),
          })),
        }
        const numbers = (questionnaire: Questionnaire, responses: Responses) => {
          const { overall, domains } = scoreResponses(questionnaire, responses)
          return [overall, ...domains].map(
            ({ score, answered: answers, applicable, completeness, cappedBy }) => ({
              score,
              answers,
              applicable,
              completeness,
              cappedBy,
            }),
          )
        }
        expect(numbers(sample, { ...given, [item.id]: notApplicable })).toEqual(numbers(without, given))
      }),
      runs,
    )
  })

  test('is the mean that its terms explain', () => {
    fc.assert(
      fc.property(answered, ({ sample, given }) => {
        const card = scoreResponses(sample, given)
        scoreExactly(sample, given).domains.forEach(({ terms, score }, i) => {
          const weight = terms.reduce((sum, term) => sum + term.weight, 0)
          const points = terms.reduce(
            (sum, term) =>
              sum + (term.weight * Number(term.points.numerator)) / Number(term.points.denominator),
            0,
          )
          expect(terms).toHaveLength(card.domains[i]?.answered ?? -1)
          if (score) expect(points / weight).toBeCloseTo(card.domains[i]?.score ?? -1, 3)
        })
      }),
      runs,
    )
  })
})
