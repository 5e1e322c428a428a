import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '#assessments/canonical.ts'
import { carryForward } from '#assessments/carrying.ts'
import { compareRounds } from '#assessments/comparison.ts'
import { correspondence } from '#assessments/correspondence.ts'
import { freezeAlone, frozenText, readFrozen, rescore } from '#assessments/frozen-copy.ts'
import { itemsOf, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { rational } from '#assessments/rational.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { chainTrend } from '#assessments/trend.ts'
import { checkDeclaredChanges } from '#assessments/versions.ts'
import { arbitraryChain, type Chain, type KnownVersion } from '#tests/support/arbitrary-versions.ts'
import { naiveIsShown, naivePoints, type Fraction } from './naive-scoring.ts'

const runs = { numRuns: 150 }
const given = { at: '2026-03-01T12:00:00.000Z', person: 'avery' }
const says = (response: Response | undefined) => Object.keys(response ?? {}).length > 0
const lineageOf = ({ versions }: Chain) => versions.map(({ questionnaire }) => questionnaire)

/** Every pair of versions of a chain, an older and a newer one, with their responses. */
function pairsOf({ versions, rounds }: Chain) {
  return versions.flatMap((newer, j) =>
    versions.slice(0, j).map((older, i) => ({
      ...{ older, newer, between: versions.slice(i + 1, j + 1) },
      ...{ before: rounds[i] ?? {}, after: rounds[j] ?? {} },
    })),
  )
}

/** Ids of the older version's items from which one of the newer comes, followed step by step. */
function naiveSources(between: readonly KnownVersion[], id: string): string[] {
  return [...between]
    .reverse()
    .reduce<string[]>((ids, { from }) => [...new Set(ids.flatMap((one) => from.get(one) ?? []))], [id])
}

/** A domain's change by the rule itself, on the items that ask the same in both versions. */
function naiveChange(
  older: KnownVersion,
  newer: KnownVersion,
  d: number,
  before: Responses,
  after: Responses,
) {
  let sum: Fraction = [0n, 1n]
  let shared = 0
  let total = 0
  const newly = newer.questionnaire
  for (const item of newly.domains[d]?.items ?? []) {
    if (item.kind !== 'level') continue
    const weight = Math.round(item.weight * 1000)
    const past = itemsOf(older.questionnaire).find(({ id }) => older.asks.get(id) === newer.asks.get(item.id))
    const applies = naiveIsShown(newly, after, item) && after[item.id]?.notApplicable === undefined
    const applied =
      past !== undefined &&
      naiveIsShown(older.questionnaire, before, past) &&
      before[past.id]?.notApplicable === undefined
    if (applied || applies) total += weight
    const [low, high] = [past && before[past.id]?.value, after[item.id]?.value]
    if (!applied || !applies || typeof low !== 'number' || typeof high !== 'number') continue
    const [to, from] = [naivePoints(newly, high), naivePoints(older.questionnaire, low)]
    sum = [
      sum[0] * to[1] * from[1] + BigInt(weight) * (to[0] * from[1] - from[0] * to[1]) * sum[1],
      sum[1] * to[1] * from[1],
    ]
    shared += weight
  }
  if (shared === 0 || shared * 100 < total * newly.scoring.comparableShare) return null
  return rational(sum[0], sum[1] * BigInt(shared))
}

const freeze = (questionnaire: Questionnaire, responses: Responses) =>
  frozenText(
    freezeAlone({
      ...{ assessmentId: 'one', asOf: '2026-03-01', questionnaire, responses },
      ...{ questionnaireSha256: 'a'.repeat(64), submitted: given },
    }),
  )

describe('a chain of versions', () => {
  test('declares truly what each did, as loading wants it', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const lineage = lineageOf(chain)
        for (const [at, newer] of lineage.entries()) {
          const older = lineage[at - 1]
          if (older) expect(checkDeclaredChanges(older, newer)).toEqual([])
        }
      }),
      runs,
    )
  })

  test('leaves every stored response byte for byte as it was given, and every scorecard the same', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const lineage = lineageOf(chain)
        const texts = lineage.map((questionnaire, at) => freeze(questionnaire, chain.rounds[at] ?? {}))
        const responses = chain.rounds.map((round) => canonicalJson(round))
        for (const { older, newer, before } of pairsOf(chain)) {
          const answers = new Map(
            Object.entries(before).map(([id, response]) => [id, { response, ...given }]),
          )
          const { version } = older.questionnaire
          carryForward(lineage, { assessment: 'one', version, answers }, newer.questionnaire, 'agency')
        }
        expect(chain.rounds.map((round) => canonicalJson(round))).toEqual(responses)
        for (const [at, text] of texts.entries()) {
          const [questionnaire, document] = [lineage[at], readFrozen(text)]
          if (!questionnaire) throw new Error('there is a text for each version')
          expect(rescore(document, questionnaire)).toEqual({ status: 'same' })
          expect(frozenText(document)).toBe(text)
          const kept = Object.entries(chain.rounds[at] ?? {}).filter(([, response]) => says(response))
          expect(canonicalJson(document.responses.agency)).toBe(canonicalJson(Object.fromEntries(kept)))
        }
      }),
      runs,
    )
  })

  test('carries each answer as the declarations say, and drops none', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const lineage = lineageOf(chain)
        for (const { older, newer, between, before } of pairsOf(chain)) {
          const { version } = older.questionnaire
          const answers = new Map(
            Object.entries(before).map(([id, response]) => [id, { response, ...given }]),
          )
          const from = { assessment: 'one', version, answers }
          const { items, left } = carryForward(lineage, from, newer.questionnaire, 'agency')
          const carried = new Map(items.map((item) => [item.itemId, item]))
          const reached = new Set<string>()
          for (const { id } of itemsOf(newer.questionnaire)) {
            const sources = naiveSources(between, id)
            const said = sources.filter((source) => says(before[source]))
            said.forEach((source) => reached.add(source))
            const coming = carried.get(id)
            expect(coming !== undefined, id).toBe(said.length > 0)
            const [only] = said
            if (!coming || only === undefined) continue
            const isSame = sources.length === 1 && older.asks.get(only) === newer.asks.get(id)
            expect(coming.fate === 'stands', id).toBe(isSame)
            const earlier = coming.response.carried?.earlier?.map(
              ({ item, response }) => [item, response] as const,
            )
            if (isSame) {
              expect({ ...coming.response, carried: undefined }).toEqual({
                ...before[only],
                carried: undefined,
              })
              expect(earlier).toBeUndefined()
            } else expect(new Map(earlier)).toEqual(new Map(said.map((source) => [source, before[source]])))
          }
          const gone = Object.keys(before).filter((id) => says(before[id]) && !reached.has(id))
          expect(new Set(left)).toEqual(new Set(gone))
        }
      }),
      runs,
    )
  })

  test('compares like for like: on the items that ask the same in both, and no others', () => {
    fc.assert(
      fc.property(arbitraryChain(), (chain) => {
        const lineage = lineageOf(chain)
        for (const { older, newer, before, after } of pairsOf(chain)) {
          const same = correspondence(lineage, older.questionnaire.version, newer.questionnaire.version)
          const { domains } = compareRounds(
            { questionnaire: older.questionnaire, responses: before },
            { questionnaire: newer.questionnaire, responses: after },
            same,
          )
          expect(domains.map(({ change }) => change)).toEqual(
            newer.questionnaire.domains.map((_, d) => naiveChange(older, newer, d, before, after)),
          )
        }
      }),
      runs,
    )
  })

  test('that only reworded has the raw trend for its chained one, where the same items are answered', () => {
    fc.assert(
      fc.property(arbitraryChain({ conditional: false, only: ['reworded', 'same'], most: 5 }), (chain) => {
        const lineage = lineageOf(chain)
        const rounds = lineage.map((questionnaire, at) => ({
          questionnaire,
          date: `202${at}-03-01`,
          responses: allAnswered(questionnaire, chain.rounds[at] ?? {}),
        }))
        const { overall, domains } = chainTrend(rounds, lineage)
        for (const points of [overall, ...domains.map((domain) => domain.points)]) {
          for (const { chained, score, brokenBefore } of points) {
            // A domain without scored items has no line.
            if (score) expect(brokenBefore).toBe(false)
            expect(chained).toEqual(score)
          }
        }
      }),
      runs,
    )
  })
})

/** The same responses with each scored item answered. */
function allAnswered(questionnaire: Questionnaire, round: Responses): Responses {
  const lowest = questionnaire.levels[0]?.value ?? 0
  return Object.fromEntries(
    levelItemsOf(itemsOf(questionnaire)).map(({ id }) => [id, { value: round[id]?.value ?? lowest }]),
  )
}
