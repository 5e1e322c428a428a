import { differencesBetween, itemFacts, type Difference } from './facts.ts'
import { domainOfItem, findItem, type Questionnaire } from './questionnaire.ts'

/** The fields in which an item of the older version differs from one of the newer; empty where either is missing. */
export function itemDifferences(
  older: Questionnaire,
  from: string,
  newer: Questionnaire,
  to: string,
): Difference[] {
  const before = factsById(older, from)
  const after = factsById(newer, to)
  return before && after ? differencesBetween(before, after) : []
}

function factsById(questionnaire: Questionnaire, id: string) {
  const item = findItem(questionnaire, id)
  const domain = domainOfItem(questionnaire, id)
  return item && domain ? itemFacts(item, domain.id) : null
}
