import { z } from 'zod'
import type { Domain, Questionnaire } from '../questionnaire.ts'
import { waysToSettle, type Settled } from '../reconciliation.ts'
import type { Response, Responses } from '../response.ts'
import { parseResponse } from '../responses.ts'
import { shownItems } from '../shown-when.ts'
import { answerFromFhir } from './answer-from-fhir.ts'
import { optional } from './checked.ts'
import type { FhirNode } from './node.ts'
import type { Naming } from './urls.ts'
import { responseExtensions as ours } from './words.ts'

/** What the items of a QuestionnaireResponse say. */
export interface ReadItems {
  responses: Responses
  /** How each item came to its agreed response, of those that have one. */
  settled?: Record<string, Settled>
}

/** Reads every answered question; what is wrong is told at its place. */
export function itemsFromFhir(root: FhirNode, questionnaire: Questionnaire, naming: Naming): ReadItems {
  const items = new ItemReader(questionnaire, naming)
  for (const group of root.list('item')) items.readGroup(group)
  return items.read()
}

class ItemReader {
  readonly #places = new Map<string, FhirNode>()
  readonly #responses = new Map<string, Response>()
  readonly #settled = new Map<string, Settled>()

  constructor(
    readonly questionnaire: Questionnaire,
    readonly naming: Naming,
  ) {}

  readGroup(group: FhirNode): void {
    const domain = this.questionnaire.domains.find(({ id }) => id === group.raw('linkId'))
    if (!domain) group.fault('is not a domain of the questionnaire', 'linkId')
    if (group.raw('answer') !== undefined) group.fault('has no place in a domain', 'answer')
    if (!domain || !this.#isFirst(group, domain.id)) return
    for (const node of group.list('item')) this.#readItem(node, domain)
  }

  #readItem(node: FhirNode, domain: Domain): void {
    const item = domain.items.find(({ id }) => id === node.raw('linkId'))
    if (!item) node.fault(`is not an item of the domain "${domain.id}"`, 'linkId')
    if (!item || !this.#isFirst(node, item.id)) return
    const { json, places } = answerFromFhir(node, item, this.questionnaire, this.naming)
    const how = optional(node, ours.settled, 'valueCode', z.enum(waysToSettle))
    if (how) this.#settled.set(item.id, how)
    const reading = parseResponse(item, this.questionnaire, json)
    if (reading.status === 'valid') this.#responses.set(item.id, reading.response)
    else {
      for (const fault of reading.faults) {
        const { path, reason } = places.locate(fault, node.location)
        node.faults.add(path, reason)
      }
    }
  }

  /** Whether an id comes for the first time; a second one is a fault. */
  #isFirst(node: FhirNode, id: string): boolean {
    const earlier = this.#places.get(id)
    if (earlier) node.fault(`is answered at ${earlier.location} already`, 'linkId')
    else this.#places.set(id, node)
    return earlier === undefined
  }

  read(): ReadItems {
    this.#refuseHidden()
    const given = [...this.#responses].filter(([, response]) => Object.keys(response).length > 0)
    const settled = Object.fromEntries(this.#settled)
    return { responses: Object.fromEntries(given), ...(this.#settled.size > 0 && { settled }) }
  }

  /** A completed response holds nothing that isn't enabled. */
  #refuseHidden(): void {
    const shown = shownItems(this.questionnaire, Object.fromEntries(this.#responses))
    for (const id of this.#responses.keys()) {
      if (!shown.has(id)) this.#places.get(id)?.fault('is answered, and the other answers hide it')
    }
  }
}
