import type { Item } from '../item.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { answerType, optionDisplay } from './answer-type.ts'
import type { FhirNode } from './node.ts'
import { Draft, Places } from './places.ts'
import { optionSystem, r4Extensions, type Naming } from './urls.ts'
import { responseExtensions as ours } from './words.ts'

/** A response as JSON that is still to be checked as any is, with the places that its faults are told at. */
export interface ReadResponse {
  json: Record<string, unknown>
  places: Places
}

const known = new Set(['id', 'extension', 'linkId', 'text', 'definition', 'answer'])

/** One answered question of a QuestionnaireResponse as the response to that item. */
export function answerFromFhir(
  node: FhirNode,
  item: Item,
  questionnaire: Questionnaire,
  naming: Naming,
): ReadResponse {
  refuseOthers(node, known)
  const places = new Places()
  const draft = new Draft(places, [], node.location)
  draft.put('value', valueOf(node, item, questionnaire, naming), `${node.location}.answer`)
  putAbsence(node, draft)
  const note = node.extension(ours.note)
  draft.put('note', note?.value('valueString'), note?.location ?? node.location)
  const links = node.extensions(ours.evidence).map((link) => ({
    value: link.raw('valueUrl') ?? link.value('valueString'),
    location: link.location,
  }))
  if (links.length > 0) draft.putAll('evidence', links, node.location)
  return { json: draft.json(), places }
}

function refuseOthers(node: FhirNode, keys: ReadonlySet<string>): void {
  const { json } = node
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    node.fault('must be an object')
    return
  }
  for (const key of Object.keys(json))
    if (!keys.has(key)) node.fault('is not read here, and would be lost', key)
}

function putAbsence(node: FhirNode, draft: Draft): void {
  const extension = node.extension(r4Extensions.dataAbsentReason)
  const reason = node.extension(ours.notApplicableReason)
  if (!extension) {
    reason?.fault('gives a reason for what is not said to be not applicable')
    return
  }
  const code = extension.value('valueCode')
  switch (code) {
    case 'not-applicable':
      if (!reason) node.fault(`has no extension ${ours.notApplicableReason}`)
      draft.put('notApplicable', reason?.value('valueString'), (reason ?? node).location)
      break
    case 'asked-unknown':
      draft.put('dontKnow', true, extension.location)
      break
    case 'masked':
      if (node.raw('answer') !== undefined) extension.fault('masks an answer that is there')
      break
    default:
      if (code !== undefined) {
        extension.fault('must be "not-applicable", "asked-unknown" or "masked"', 'valueCode')
      }
  }
}

/** What an item is answered with; undefined where it isn't, or can't be read. */
function valueOf(node: FhirNode, item: Item, questionnaire: Questionnaire, naming: Naming): unknown {
  const answers = node.list('answer')
  const type = answerType(item)
  const read = (answer: FhirNode): unknown => {
    refuseOthers(answer, new Set(['id', type]))
    if (type !== 'valueCoding') return answer.value(type)
    return codeIn(answer.child(type), item, questionnaire, naming)
  }
  if (item.kind === 'choices') return answers.length > 0 ? answers.map(read) : undefined
  const [first, second] = answers
  second?.fault('is one answer too many')
  return first && read(first)
}

function codeIn(coding: FhirNode, item: Item, { slug }: Questionnaire, naming: Naming): unknown {
  const system = optionSystem(slug, item.id, naming)
  if (coding.raw('system') !== system) coding.fault(`must be "${system}"`, 'system')
  const code = coding.neededText('code')
  const meant = optionDisplay(item, code)
  const display = coding.text('display')
  if (meant !== undefined && display !== undefined && display !== meant) {
    coding.fault(`is not what the option "${code}" says`, 'display')
  }
  if (item.kind !== 'level') return code
  // Of "03" and "3" only the latter is the level's code.
  return meant === undefined ? code : Number(code)
}
