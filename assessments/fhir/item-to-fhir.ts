import type { Item } from '../item.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { conditionExtension } from './comparison-extension.ts'
import { enablingOf } from './enable-when.ts'
import { optionalExtension, simpleExtension } from './extensions.ts'
import { numberType, type NumberItem } from './number-type.ts'
import type { AnswerOption, Extension, ItemType, QuestionnaireItem } from './r4.ts'
import { helpControl, optionSystem, r4Extensions, type Naming } from './urls.ts'
import { ours } from './words.ts'

/** The link id of the help below an item's question. No item can have it: it has two dots. */
export function guidanceLinkId(itemId: string): string {
  return `${itemId}.guidance`
}

/** One item as a question of a FHIR Questionnaire. */
export function itemToFhir(item: Item, questionnaire: Questionnaire, naming: Naming): QuestionnaireItem {
  const { shownWhen } = item
  const enabling = shownWhen && enablingOf(shownWhen, questionnaire, naming)
  const extension = [
    ...commonExtensions(item),
    ...kindExtensions(item),
    ...(shownWhen ? [conditionExtension(shownWhen, questionnaire)] : []),
  ]
  return {
    ...(extension.length > 0 && { extension }),
    linkId: item.id,
    text: item.question,
    type: typeOf(item),
    ...enabling,
    ...(item.required && item.answeredBy === 'both' && { required: true }),
    ...(item.kind === 'choices' && { repeats: true }),
    ...(item.kind === 'text' && { maxLength: item.maximumLength }),
    ...optionsOf(item, questionnaire, naming),
    ...(item.guidance !== undefined && { item: [help(item.id, item.guidance)] }),
  }
}

function commonExtensions(item: Item): Extension[] {
  return [
    ...optionalExtension(
      ours.answeredBy,
      'valueCode',
      item.answeredBy === 'both' ? undefined : item.answeredBy,
    ),
    // FHIR's "required" would ask it of every side.
    ...optionalExtension(
      ours.requiredOfAgency,
      'valueBoolean',
      (item.required && item.answeredBy !== 'both') || undefined,
    ),
    ...optionalExtension(ours.notApplicableAllowed, 'valueBoolean', item.notApplicable || undefined),
    ...optionalExtension(ours.countyWide, 'valueBoolean', item.countyWide),
    ...item.evidence.map((text) => simpleExtension(ours.evidenceExample, 'valueString', text)),
    ...item.sources.map((id) => simpleExtension(ours.usesSource, 'valueCode', id)),
    ...item.resources.map((id) => simpleExtension(ours.usesResource, 'valueCode', id)),
  ]
}

function kindExtensions(item: Item): Extension[] {
  if (item.kind === 'level') {
    const { mustHave } = item
    return [
      simpleExtension(ours.weight, 'valueDecimal', item.weight),
      ...(mustHave === undefined
        ? []
        : mustHave === true
          ? [simpleExtension(ours.mustHave, 'valueBoolean', true)]
          : [simpleExtension(ours.mustHave, 'valueInteger', mustHave.level)]),
    ]
  }
  if (item.kind === 'number') return numberExtensions(item)
  if (item.kind !== 'date') return []
  return [
    ...optionalExtension(r4Extensions.minValue, 'valueDate', item.minimum),
    ...optionalExtension(r4Extensions.maxValue, 'valueDate', item.maximum),
  ]
}

function numberExtensions(item: NumberItem): Extension[] {
  const type = numberType(item)
  const value = type === 'integer' ? 'valueInteger' : 'valueDecimal'
  return [
    simpleExtension(r4Extensions.minValue, value, item.minimum),
    simpleExtension(r4Extensions.maxValue, value, item.maximum),
    simpleExtension(r4Extensions.unit, 'valueCoding', { display: item.unit }),
    ...(type === 'decimal'
      ? [simpleExtension(r4Extensions.maxDecimalPlaces, 'valueInteger', item.decimals)]
      : []),
  ]
}

function typeOf(item: Item): ItemType {
  switch (item.kind) {
    case 'level':
    case 'choice':
    case 'choices':
      return 'choice'
    case 'yes-no':
      return 'boolean'
    case 'number':
      return numberType(item)
    case 'text':
    case 'date':
      return item.kind
  }
}

function optionsOf(item: Item, { slug, levels }: Questionnaire, naming: Naming) {
  const system = optionSystem(slug, item.id, naming)
  if (item.kind === 'level') {
    const answerOption: AnswerOption[] = levels.map(({ value }) => ({
      extension: [simpleExtension(r4Extensions.ordinalValue, 'valueDecimal', value)],
      valueCoding: { system, code: String(value), display: item.anchors[String(value)] ?? '' },
    }))
    return { answerOption }
  }
  if (item.kind !== 'choice' && item.kind !== 'choices') return {}
  const answerOption: AnswerOption[] = item.options.map(({ id, label }) => ({
    valueCoding: { system, code: id, display: label },
  }))
  return { answerOption }
}

function help(itemId: string, guidance: string): QuestionnaireItem {
  return {
    extension: [simpleExtension(r4Extensions.itemControl, 'valueCodeableConcept', { coding: [helpControl] })],
    linkId: guidanceLinkId(itemId),
    text: guidance,
    type: 'display',
  }
}
