import { readCondition } from './comparison-extension.ts'
import { guidanceLinkId } from './item-to-fhir.ts'
import type { FhirNode } from './node.ts'
import { Draft, type Places } from './places.ts'
import { optionSystem, r4Extensions, type Naming } from './urls.ts'
import { ours } from './words.ts'

export interface ItemContext extends Naming {
  slug: string
  places: Places
}

const known = new Set(
  'id extension linkId text type enableWhen enableBehavior required repeats maxLength answerOption item'.split(
    ' ',
  ),
)

/** Elements of an item that aren't read here change what it asks, and so must not be passed over. */
export function refuseUnknown(node: FhirNode): void {
  const keys = typeof node.json === 'object' && node.json !== null ? Object.keys(node.json) : []
  for (const key of keys) if (!known.has(key)) node.fault('is not read here, and would be lost', key)
}

/** One question of a FHIR Questionnaire as the JSON of an item, still to be checked as any item is. */
export function itemFromFhir(
  node: FhirNode,
  path: PropertyKey[],
  context: ItemContext,
): Record<string, unknown> {
  refuseUnknown(node)
  const draft = new Draft(context.places, path, node.location)
  draft.put('id', node.neededText('linkId'), `${node.location}.linkId`)
  putCommon(node, draft)
  const shownWhen = node.extension(ours.shownWhen)
  draft.put(
    'shownWhen',
    shownWhen && readCondition(shownWhen),
    (shownWhen ?? node.child('enableWhen')).location,
  )
  if (!shownWhen && node.raw('enableWhen') !== undefined) {
    node.fault(`can't be read without the extension ${ours.shownWhen}`, 'enableWhen')
  }
  putKind(node, draft, context)
  return draft.json()
}

function putCommon(node: FhirNode, draft: Draft): void {
  const { location } = node
  draft.put('question', node.neededText('text'), `${location}.text`)
  putExtension(node, draft, 'answeredBy', ours.answeredBy, 'valueCode')
  const ofAgency = node.extensionValue(ours.requiredOfAgency, 'valueBoolean') === true
  draft.put('required', node.flag('required') || ofAgency, `${location}.required`)
  putExtension(node, draft, 'notApplicable', ours.notApplicableAllowed, 'valueBoolean')
  putExtension(node, draft, 'countyWide', ours.countyWide, 'valueBoolean')
  putList(node, draft, 'evidence', ours.evidenceExample, 'valueString')
  putList(node, draft, 'sources', ours.usesSource, 'valueCode')
  putList(node, draft, 'resources', ours.usesResource, 'valueCode')
  for (const below of node.list('item')) putHelp(below, node.raw('linkId'), draft)
}

function putHelp(below: FhirNode, itemId: unknown, draft: Draft): void {
  refuseUnknown(below)
  const expected = typeof itemId === 'string' ? guidanceLinkId(itemId) : ''
  if (below.raw('type') !== 'display')
    below.fault('must be "display": no question stands below another', 'type')
  else if (below.raw('linkId') !== expected) below.fault(`must be "${expected}"`, 'linkId')
  else draft.put('guidance', below.neededText('text'), `${below.location}.text`)
}

/** Sets a field to the value of an extension, at whose place its faults are told. */
export function putExtension(node: FhirNode, draft: Draft, field: string, url: string, type: string): void {
  const extension = node.extension(url)
  draft.put(field, extension?.value(type), extension ? `${extension.location}.${type}` : node.location)
}

function putList(node: FhirNode, draft: Draft, field: string, url: string, type: string): void {
  const entries = node
    .extensions(url)
    .map((one) => ({ value: one.value(type), location: `${one.location}.${type}` }))
  draft.putAll(field, entries, node.location)
}

function putKind(node: FhirNode, draft: Draft, context: ItemContext): void {
  const place = `${node.location}.type`
  const repeats = node.flag('repeats')
  const type = node.neededText('type')
  if (repeats && type !== 'choice') node.fault('may be true for a choice only', 'repeats')
  if (type !== 'choice' && node.list('answerOption').length > 0)
    node.fault('fits a choice only', 'answerOption')
  if (type !== 'text' && node.raw('maxLength') !== undefined) node.fault('fits a text only', 'maxLength')
  switch (type) {
    case 'boolean':
      draft.put('kind', 'yes-no', place)
      break
    case 'choice':
      putChoice(node, draft, context, repeats)
      break
    case 'integer':
    case 'decimal':
      putNumber(node, draft.put('kind', 'number', place), type)
      break
    case 'text':
      draft
        .put('kind', 'text', place)
        .put('maximumLength', node.raw('maxLength'), `${node.location}.maxLength`)
      break
    case 'date':
      draft.put('kind', 'date', place)
      putExtension(node, draft, 'minimum', r4Extensions.minValue, 'valueDate')
      putExtension(node, draft, 'maximum', r4Extensions.maxValue, 'valueDate')
      break
    default:
      node.fault('must be "boolean", "choice", "integer", "decimal", "text" or "date"', 'type')
  }
}

function putNumber(node: FhirNode, draft: Draft, type: 'integer' | 'decimal'): void {
  const value = type === 'integer' ? 'valueInteger' : 'valueDecimal'
  putExtension(node, draft, 'minimum', r4Extensions.minValue, value)
  putExtension(node, draft, 'maximum', r4Extensions.maxValue, value)
  const unit = node.extension(r4Extensions.unit)?.child('valueCoding')
  draft.put('unit', unit?.neededText('display'), unit ? `${unit.location}.display` : node.location)
  if (type === 'decimal') putExtension(node, draft, 'decimals', r4Extensions.maxDecimalPlaces, 'valueInteger')
}

interface ReadOption {
  code: string
  display: string
  place: FhirNode
}

function putChoice(node: FhirNode, draft: Draft, context: ItemContext, repeats: boolean): void {
  const { location } = node
  const answers = node.list('answerOption')
  const scored = !repeats && answers.some((option) => option.extensions(r4Extensions.ordinalValue).length > 0)
  const options = readOptions(node, answers, context, scored)
  draft.put('kind', scored ? 'level' : repeats ? 'choices' : 'choice', `${location}.type`)
  if (!scored) {
    const entries = options.map(({ code, display, place }) => ({
      value: { id: code, label: display },
      location: place.location,
    }))
    draft.putAll('options', entries, `${location}.answerOption`)
    return
  }
  const anchors = new Draft(context.places, [...draft.path, 'anchors'], `${location}.answerOption`)
  for (const { code, display, place } of options) anchors.put(code, display, `${place.location}.display`)
  draft.put('anchors', anchors.json(), `${location}.answerOption`)
  putExtension(node, draft, 'weight', ours.weight, 'valueDecimal')
  putMustHave(node, draft)
}

function readOptions(
  node: FhirNode,
  options: FhirNode[],
  context: ItemContext,
  scored: boolean,
): ReadOption[] {
  const system = optionSystem(context.slug, String(node.raw('linkId')), context)
  const codes = new Set<string>()
  return options.map((option) => {
    const place = option.child('valueCoding')
    if (place.raw('system') !== system) place.fault(`must be "${system}"`, 'system')
    const [code, display] = [place.neededText('code'), place.neededText('display')]
    if (codes.has(code)) place.fault(`"${code}" is there twice`, 'code')
    codes.add(code)
    if (scored) checkOrdinal(option, code)
    return { code, display, place }
  })
}

function checkOrdinal(option: FhirNode, code: string): void {
  const ordinal = option.extension(r4Extensions.ordinalValue)
  if (!ordinal) option.fault('has no ordinalValue, and other options have one')
  else if (String(ordinal.value('valueDecimal')) !== code)
    ordinal.fault(`must be ${code}, as its code`, 'valueDecimal')
}

function putMustHave(node: FhirNode, draft: Draft): void {
  const extension = node.extension(ours.mustHave)
  if (!extension) return
  const level = extension.raw('valueInteger')
  const value = level === undefined ? extension.value('valueBoolean') : { level }
  draft.put('mustHave', value, extension.location)
}
