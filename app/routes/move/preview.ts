import type { Side } from '#assessments/access.ts'
import { carryForward, type CarriedItem, type Fate, type GivenAnswers } from '#assessments/carrying.ts'
import { changesBetween } from '#assessments/changes-between.ts'
import { domainOfItem, findItem, type Questionnaire } from '#assessments/questionnaire.ts'

/** What becomes of one answer, or of all that come to one question. */
export interface MovedAnswer {
  itemId: string
  /** As it is asked in the newer version, or was in the older one where it is asked no more. */
  question: string
  /** The author's sentences; null where the question is exactly as before. */
  why: string | null
}

export interface MovedDomain {
  id: string
  title: string
  answers: Record<Fate, MovedAnswer[]>
}

export interface MovePreview {
  /** By the newer version's domains; those without any answer are left out. */
  domains: MovedDomain[]
  /** Not asked any more, and kept. */
  left: MovedAnswer[]
  counts: Record<Fate | 'left', number>
  /** How many questions of the newer version have nothing to go back to. */
  added: number
}

/** Says what moving to another version does to each of one side's answers. */
export function previewMove(
  lineage: readonly Questionnaire[],
  given: GivenAnswers,
  [from, to]: readonly [Questionnaire, Questionnaire],
  side: Side,
): MovePreview {
  const { items, left } = carryForward(lineage, given, to, side)
  const changes = changesBetween(lineage, from, to).items
  const whyOf = (side: 'from' | 'to', id: string) =>
    changes.find((item) => item[side].includes(id))?.why ?? null
  const told = ({ itemId }: CarriedItem): MovedAnswer => ({
    itemId,
    question: findItem(to, itemId)?.question ?? itemId,
    why: whyOf('to', itemId),
  })
  const domains = to.domains.map(({ id, title }) => {
    const own = items.filter(({ itemId }) => domainOfItem(to, itemId)?.id === id)
    const of = (fate: Fate) => own.filter((item) => item.fate === fate).map(told)
    return {
      ...{ id, title },
      answers: { stands: of('stands'), 'asked-anew': of('asked-anew'), 'not-held': of('not-held') },
    }
  })
  const count = (fate: Fate) => items.filter((item) => item.fate === fate).length
  return {
    domains: domains.filter(({ answers }) => Object.values(answers).some(({ length }) => length > 0)),
    left: left.map((id) => ({
      itemId: id,
      question: findItem(from, id)?.question ?? id,
      why: whyOf('from', id),
    })),
    counts: {
      stands: count('stands'),
      'asked-anew': count('asked-anew'),
      'not-held': count('not-held'),
      left: left.length,
    },
    added: changes.filter(({ change }) => change === 'added').flatMap(({ to }) => to).length,
  }
}
