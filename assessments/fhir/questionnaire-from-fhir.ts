import type { Fault, Reading } from '../faults.ts'
import { itemsOf, type Questionnaire } from '../questionnaire.ts'
import { readQuestionnaire } from '../read-questionnaire.ts'
import { enablingOf } from './enable-when.ts'
import { itemFromFhir, putExtension, refuseUnknown, type ItemContext } from './item-from-fhir.ts'
import { unreadable, type FhirLimits } from './limits.ts'
import { FaultList, FhirNode } from './node.ts'
import { Draft, Places } from './places.ts'
import { putHead } from './questionnaire-head.ts'
import { sameJson } from './same-json.ts'
import { questionnaireUrl, type Naming } from './urls.ts'
import { ours } from './words.ts'

export interface FromFhir extends Naming {
  limits?: Partial<FhirLimits> | undefined
}

/**
 * Reads a FHIR R4 Questionnaire that was written as `questionnaireToFhir` writes it, and tells whether it is
 * withdrawn. Paths of faults are places in the resource, as FHIRPath writes them.
 */
export function questionnaireFromFhir(
  json: unknown,
  { limits, ...naming }: FromFhir = {},
): Reading<{ questionnaire: Questionnaire; retired: boolean }> {
  const refused = unreadable(json, 'Questionnaire', limits)
  if (refused.length > 0) return { status: 'invalid', faults: refused }
  const root = new FhirNode(json, 'Questionnaire', new FaultList())
  refuseRepeatedLinkIds(root)
  // What is there twice is nothing that the rest could be checked by.
  if (root.faults.all().length > 0) return { status: 'invalid', faults: root.faults.all() }
  const places = new Places()
  const reading = readQuestionnaire(draftOf(root, places, naming))
  if (reading.status === 'invalid') addLocated(root.faults, reading.faults, places)
  else refuseOtherConditions(root, reading.questionnaire, naming)
  const faults = root.faults.all()
  if (faults.length > 0 || reading.status === 'invalid') return { status: 'invalid', faults }
  return { status: 'valid', questionnaire: reading.questionnaire, retired: root.raw('status') === 'retired' }
}

/** Adds what is wrong with the questionnaire that was read, but where its element was found faulty already. */
function addLocated(list: FaultList, faults: readonly Fault[], places: Places): void {
  const told = new Set(list.all().map(({ path }) => path))
  for (const fault of faults) {
    const { path, reason } = places.locate(fault, 'Questionnaire')
    if (!told.has(path)) list.add(path, reason)
  }
}

function refuseRepeatedLinkIds(root: FhirNode): void {
  const first = new Map<unknown, string>()
  const visit = (node: FhirNode) => {
    const id = node.raw('linkId')
    const earlier = first.get(id)
    if (id !== undefined && earlier !== undefined) node.fault(`is the linkId of ${earlier} already`, 'linkId')
    else first.set(id, node.location)
    node.list('item').forEach(visit)
  }
  root.list('item').forEach(visit)
}

function draftOf(root: FhirNode, places: Places, naming: Naming): Record<string, unknown> {
  const draft = new Draft(places, [], 'Questionnaire')
  const slug = slugIn(root, naming)
  draft.put('slug', slug, 'Questionnaire.url')
  putHead(root, draft, naming)
  const context: ItemContext = { slug, places, ...naming }
  const domains = root.list('item').map((group, i) => ({
    value: domainFromFhir(group, ['domains', i], context),
    location: group.location,
  }))
  draft.putAll('domains', domains, 'Questionnaire.item')
  return draft.json()
}

function slugIn(root: FhirNode, naming: Naming): string {
  const start = questionnaireUrl('', naming)
  const url = root.neededText('url')
  if (url !== '' && !url.startsWith(start)) root.fault(`must begin with "${start}"`, 'url')
  return url.slice(start.length)
}

function domainFromFhir(group: FhirNode, path: PropertyKey[], context: ItemContext): Record<string, unknown> {
  refuseUnknown(group)
  const { location } = group
  if (group.raw('type') !== 'group')
    group.fault('must be "group": each domain is one, and holds its items', 'type')
  for (const key of ['enableWhen', 'required', 'repeats'].filter((name) => group.raw(name) !== undefined)) {
    group.fault('is not read of a group, and would be lost', key)
  }
  const draft = new Draft(context.places, path, location)
  draft.put('id', group.neededText('linkId'), `${location}.linkId`)
  draft.put('title', group.neededText('text'), `${location}.text`)
  putExtension(group, draft, 'question', ours.domainQuestion, 'valueString')
  putExtension(group, draft, 'about', ours.about, 'valueMarkdown')
  putExtension(group, draft, 'weight', ours.weight, 'valueDecimal')
  const items = group.list('item').map((item, i) => ({
    value: itemFromFhir(item, [...path, 'items', i], context),
    location: item.location,
  }))
  return draft.putAll('items', items, `${location}.item`).json()
}

/** Both ways of saying when an item is shown must say the same. */
function refuseOtherConditions(root: FhirNode, questionnaire: Questionnaire, naming: Naming): void {
  const nodes = root.list('item').flatMap((group) => group.list('item'))
  itemsOf(questionnaire).forEach(({ shownWhen }, i) => {
    const node = nodes[i]
    if (!node) return
    const expected = shownWhen ? enablingOf(shownWhen, questionnaire, naming) : null
    const given = {
      enableWhen: node.raw('enableWhen') ?? [],
      enableBehavior: node.raw('enableBehavior') ?? null,
    }
    const meant = expected ?? { enableWhen: [], enableBehavior: null }
    if (!sameJson(given, meant)) {
      node.fault(`says something else than the extension ${ours.shownWhen}`, 'enableWhen')
    }
  })
}
