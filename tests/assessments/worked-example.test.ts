import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { correspondence } from '#assessments/correspondence.ts'
import { explainDifference } from '#assessments/difference-parts.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import { rational, roundHalfUp, zero, type Rational } from '#assessments/rational.ts'
import { pointsOf, scoreResponses } from '#assessments/scoring.ts'
import { chainTrend, type DatedRound } from '#assessments/trend.ts'
import { checkDeclaredChanges } from '#assessments/versions.ts'
import { domain, levelItem, questionnaire, responses } from '#tests/support/questionnaires.ts'

/*
 * Why a raw trend would have shown a rise where there was none. The README tells it with the same numbers.
 * A level from 1 to 5 is worth 0, 25, 50, 75 or 100; every item weighs the same.
 */
const question = {
  'training.basic': 'Basic training',
  'training.refreshers': 'Refreshers',
  'training.dispatchers': 'Dispatchers are trained',
  'training.tested': 'Skills are tested on calls',
  'training.list': 'There is a list of who was trained',
}
const asking = (...ids: (keyof typeof question)[]) => [
  domain(
    'training',
    ids.map((id) => levelItem(id, { question: question[id] })),
    { title: 'Training' },
  ),
]
const shared = ['training.basic', 'training.refreshers', 'training.dispatchers'] as const

const first = questionnaire({ domains: asking(...shared, 'training.tested') })
const second = questionnaire({
  version: '1.1.0',
  domains: asking(...shared, 'training.list'),
  revises: {
    version: '1.0.0',
    same: shared,
    changes: [
      { change: 'retired', item: 'training.tested', why: 'Hardly anybody could say.' },
      { change: 'added', item: 'training.list', why: 'Without a list nobody knows who is due.' },
    ],
  },
})

const unchanged = { 'training.basic': 4, 'training.refreshers': 3, 'training.dispatchers': 4 }
const before: DatedRound = {
  date: '2025-03-01',
  questionnaire: first,
  responses: responses({ ...unchanged, 'training.tested': 1 }),
}
const after: DatedRound = {
  date: '2026-03-01',
  questionnaire: second,
  responses: responses({ ...unchanged, 'training.list': 5 }),
}
const lineage = [first, second]
const explanation = explainDifference(before, after, correspondence(lineage, '1.0.0', '1.1.0'))

describe('a hard item retired and an easy one added', () => {
  test('is a revision that an author could publish', () => {
    expect(checkDeclaredChanges(first, second)).toEqual([])
  })

  test('raises the score by 25 points: (75 + 50 + 75 + 0) ÷ 4 = 50, (75 + 50 + 75 + 100) ÷ 4 = 75', () => {
    expect(scoreResponses(first, before.responses).overall.score).toBe(50)
    expect(scoreResponses(second, after.responses).overall.score).toBe(75)
    expect(explanation.overall.difference).toEqual(rational(25))
  })

  test('is no improvement: nothing changed on the three items that both versions ask', () => {
    const { comparison } = explanation
    expect(comparison.overall).toMatchObject({
      change: zero,
      comparable: 3,
      sharedWeight: rational(1),
      broken: false,
    })
    expect(comparison.domains[0]).toMatchObject({ change: zero, sharedWeight: rational(3, 4) })
  })

  test('puts all 25 points down to the form: 75 − 66⅔ now, and 66⅔ − 50 then', () => {
    expect(explanation.overall.parts).toEqual({
      improvement: zero,
      coverage: zero,
      form: rational(25),
      raters: zero,
    })
    expect(explanation.overall.shown).toEqual({
      difference: 25,
      improvement: 0,
      coverage: 0,
      form: 25,
      raters: 0,
    })
  })

  test('leaves the line level, where a raw one would rise', () => {
    const { overall } = chainTrend([before, after], lineage)
    expect(overall.map(({ score }) => score)).toEqual([rational(50), rational(75)])
    expect(overall.map(({ chained }) => chained)).toEqual([rational(75), rational(75)])
  })
})

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8')
  const section = readme.split('\n## ').find((part) => part.startsWith('Why trends are like for like')) ?? ''
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name = '', then = '', now = '']) => [name, then, now] as const)
  const row = (name: string) => rows.find(([start]) => start === name)?.slice(1)

  function answered({ questionnaire: of, responses: given }: DatedRound, text: string) {
    const item = itemsOf(of).find((one) => one.question === text)
    const level = item && given[item.id]?.value
    return typeof level === 'number' ? `level ${level}: ${points(of, level)}` : 'not asked'
  }
  const points = (of: Questionnaire, level: number) => roundHalfUp(pointsOf(of, level), 0)
  const whole = (score: Rational | null | undefined) => (score ? roundHalfUp(score, 0) : null)

  test.each(Object.values(question))('tells the answers: %s', (text) => {
    expect(row(text)).toEqual([answered(before, text), answered(after, text)])
  })

  test('tells the scores, the line and what the difference is made of', () => {
    const { shown, older, newer } = explanation.overall
    const line = chainTrend([before, after], lineage).overall.map(({ chained }) => `${whole(chained)}`)
    expect(row('**Score of each round by itself**')).toEqual([
      `200 ÷ 4 = ${whole(older)}`,
      `300 ÷ 4 = ${whole(newer)}`,
    ])
    expect(row('Difference of the two')).toEqual(['', `+${shown?.difference}`])
    expect(row('… of it improvement, on the three shared items')).toEqual(['', `${shown?.improvement}`])
    expect(row('… of it from the change of the form')).toEqual(['', `+${shown?.form}`])
    expect(row('**Where the line runs**')).toEqual(line)
  })
})
