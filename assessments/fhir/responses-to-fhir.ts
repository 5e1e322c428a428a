import { redactedText } from '../evidence.ts'
import type { Item } from '../item.ts'
import { questionnaireName, type Questionnaire } from '../questionnaire.ts'
import type { AnswerValue, Response, Responses } from '../response.ts'
import type { SharedCopy } from '../shared-copy.ts'
import { shownItems } from '../shown-when.ts'
import { answerType, optionDisplay } from './answer-type.ts'
import { optionalExtension, simpleExtension } from './extensions.ts'
import type { Answer, Extension, FhirQuestionnaireResponse, LogicalReference, ResponseItem } from './r4.ts'
import { canonicalOf, identifierSystem, optionSystem, r4Extensions, type Naming } from './urls.ts'
import { responseExtensions as ours } from './words.ts'

/** Whose responses a QuestionnaireResponse holds. */
export const fhirSides = ['agency', 'partner', 'agreed'] as const
export type FhirSide = (typeof fhirSides)[number]

/** An organization as it is named in a response. */
export interface Party {
  id: string
  name: string
}

/** What a shared copy doesn't say of itself. */
export interface CopyContext extends Naming {
  agency: Party
  partner?: Party | null
  /** When it became final, as ISO 8601 text; the as-of date stands for it where it isn't told. */
  finalAt?: string
  /** Of the canonical JSON of the frozen scorecard. */
  scorecardSha256?: string
}

/**
 * A final assessment as FHIR R4, one QuestionnaireResponse for each side whose answers are shared: the agency's,
 * the partner's, the agreed ones. None where only scores are shared.
 */
export function responsesToFhir(
  copy: SharedCopy,
  questionnaire: Questionnaire,
  context: CopyContext,
): FhirQuestionnaireResponse[] {
  const name = questionnaireName(questionnaire)
  if (copy.questionnaire.name !== name) throw new Error(`${copy.questionnaire.name} is not ${name}`)
  return fhirSides.flatMap((side) => {
    const responses = copy.responses?.[side]
    return responses ? [responseOf(side, responses, copy, questionnaire, context)] : []
  })
}

function responseOf(
  side: FhirSide,
  responses: Responses,
  copy: SharedCopy,
  questionnaire: Questionnaire,
  context: CopyContext,
): FhirQuestionnaireResponse {
  const { agency, partner, finalAt, ...rest } = context
  const author = side === 'partner' ? partner : side === 'agency' ? agency : null
  const item = groups({ side, responses, copy, questionnaire, naming: rest })
  return {
    resourceType: 'QuestionnaireResponse',
    extension: extensionsOf(side, copy, context),
    identifier: { system: identifierSystem('response', rest), value: `${copy.assessment}/${side}` },
    questionnaire: canonicalOf(questionnaire, rest),
    status: 'completed',
    subject: referenceTo(agency, rest),
    authored: finalAt ?? copy.asOf,
    ...(author && { author: referenceTo(author, rest) }),
    ...(item.length > 0 && { item }),
  }
}

function referenceTo({ id, name }: Party, naming: Naming): LogicalReference {
  const identifier = { system: identifierSystem('organization', naming), value: id }
  return { type: 'Organization', identifier, display: name }
}

function extensionsOf(side: FhirSide, copy: SharedCopy, { scorecardSha256 }: CopyContext): Extension[] {
  const scored = side === (copy.responses?.agreed ? 'agreed' : 'agency')
  return [
    simpleExtension(ours.side, 'valueCode', side),
    simpleExtension(ours.asOf, 'valueDate', copy.asOf),
    simpleExtension(ours.coReviewed, 'valueBoolean', copy.coReviewed),
    ...optionalExtension(ours.alone, 'valueCode', copy.alone),
    simpleExtension(ours.engine, 'valueString', copy.engine),
    simpleExtension(ours.questionnaireSha256, 'valueString', copy.questionnaire.sha256),
    ...optionalExtension(ours.scorecardSha256, 'valueString', scored ? scorecardSha256 : undefined),
  ]
}

interface SideContext {
  side: FhirSide
  responses: Responses
  copy: SharedCopy
  questionnaire: Questionnaire
  naming: Naming
}

function groups(context: SideContext): ResponseItem[] {
  const { questionnaire, responses } = context
  // What is not enabled has no place in a completed response.
  const shown = shownItems(questionnaire, responses)
  return questionnaire.domains.flatMap(({ id, title, items }) => {
    const inside = items.flatMap((item) => (shown.has(item.id) ? itemOf(item, context) : []))
    return inside.length > 0 ? [{ linkId: id, text: title, item: inside }] : []
  })
}

function itemOf(item: Item, { side, responses, copy, questionnaire, naming }: SideContext): ResponseItem[] {
  const response = responses[item.id] ?? {}
  const masked = item.kind === 'text' && !copy.sharing.notes
  const settled = side === 'agreed' ? copy.settled?.[item.id] : undefined
  const extension = [
    ...absence(response, masked),
    ...optionalExtension(ours.note, 'valueString', response.note),
    ...(response.evidence ?? []).map(evidenceExtension),
    ...optionalExtension(ours.settled, 'valueCode', settled),
  ]
  const answer = answersOf(item, response.value, questionnaire.slug, naming)
  if (extension.length === 0 && answer.length === 0) return []
  return [
    {
      ...(extension.length > 0 && { extension }),
      linkId: item.id,
      text: item.question,
      ...(answer.length > 0 && { answer }),
    },
  ]
}

/** Why there is no answer, on the item: an answer without a value would count as one in `enableWhen`. */
function absence({ notApplicable, dontKnow }: Response, masked: boolean): Extension[] {
  const absent = (code: string) => simpleExtension(r4Extensions.dataAbsentReason, 'valueCode', code)
  if (notApplicable !== undefined) {
    return [absent('not-applicable'), simpleExtension(ours.notApplicableReason, 'valueString', notApplicable)]
  }
  if (dontKnow) return [absent('asked-unknown')]
  return masked ? [absent('masked')] : []
}

function evidenceExtension(link: string): Extension {
  return simpleExtension(ours.evidence, link === redactedText ? 'valueString' : 'valueUrl', link)
}

function answersOf(item: Item, value: AnswerValue | undefined, slug: string, naming: Naming): Answer[] {
  if (value === undefined) return []
  const type = answerType(item)
  if (type !== 'valueCoding') return [{ [type]: value }]
  const system = optionSystem(slug, item.id, naming)
  const codes: readonly unknown[] = Array.isArray(value) ? value : [value]
  return codes.map(String).map((code) => {
    const display = optionDisplay(item, code)
    return { valueCoding: { system, code, ...(display !== undefined && { display }) } }
  })
}
