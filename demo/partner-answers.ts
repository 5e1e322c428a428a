import type { Item, LevelItem } from '#assessments/item.ts'
import { isAsked } from '#assessments/progress.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response } from '#assessments/response.ts'
import { shownItems } from '#assessments/shown-when.ts'
import notes from './partner-notes.json' with { type: 'json' }
import { randomFor, type Random } from './random.ts'
import type { DemoReview } from './reviews.ts'

/** What a partner answered to each item that it is asked, beside what its agency answered. */
export function partnerAnswers(
  { name, round }: { name: string; round: number },
  review: DemoReview,
  questionnaire: Questionnaire,
  agency: ReadonlyMap<string, Response>,
): Map<string, Response> {
  const answered = itemsOf(questionnaire)
    .filter((item) => isAsked(item, 'partner'))
    .flatMap((item): [string, Response][] => {
      const random = randomFor('partner', review.partner, name, round, item.id)
      const own = agency.get(item.id)
      const response = item.kind === 'level' ? levelAnswer(item, review, own, random) : sameFact(item, own)
      return response ? [[item.id, response]] : []
    })
  const shown = shownItems(questionnaire, Object.fromEntries(answered))
  return new Map(answered.filter(([id]) => shown.has(id)))
}

/** Which response models there are is known to both. */
function sameFact({ kind }: Item, own: Response | undefined): Response | null {
  return kind === 'choices' && own?.value !== undefined ? { value: own.value } : null
}

function levelAnswer(
  item: LevelItem,
  { apart, wide, lean }: DemoReview,
  own: Response | undefined,
  random: Random,
): Response | null {
  if (item.answeredBy === 'partner-optional' && random.chance(0.35)) return null
  if (own?.notApplicable !== undefined) {
    return random.chance(0.75) ? { notApplicable: own.notApplicable } : { value: 1 }
  }
  if (typeof own?.value !== 'number') return random.chance(0.8) ? { value: random.between(1, 3) } : null
  if (!random.chance(apart / 100)) return { value: own.value, ...noteOf(notes.same, 0.12, random) }
  const size = random.chance(wide / 100) ? random.between(2, 3) : 1
  const down = random.chance((1 + lean) / 2)
  const value = moved(own.value, down ? -size : size)
  return { value, ...noteOf(value < own.value ? notes.lower : notes.higher, 0.55, random) }
}

/** So many levels up or down, and the other way where the scale ends. */
function moved(level: number, by: number): number {
  const there = Math.min(5, Math.max(1, level + by))
  return there === level ? Math.min(5, Math.max(1, level - Math.sign(by))) : there
}

function noteOf(from: readonly string[], share: number, random: Random): { note?: string } {
  return random.chance(share) ? { note: random.pick(from) } : {}
}
