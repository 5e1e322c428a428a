import { z } from 'zod'
import { aloneReasons, type AloneReason } from '../alone-reason.ts'
import { calendarDateSchema } from '../calendar-date.ts'
import type { Reading } from '../faults.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { checked, needed, optional } from './checked.ts'
import { unreadable } from './limits.ts'
import { FaultList, FhirNode } from './node.ts'
import type { FromFhir } from './questionnaire-from-fhir.ts'
import { itemsFromFhir, type ReadItems } from './response-items-from-fhir.ts'
import { fhirSides, type FhirSide, type Party } from './responses-to-fhir.ts'
import { canonicalOf, identifierSystem, type Naming } from './urls.ts'
import { responseExtensions as ours } from './words.ts'

/** What a QuestionnaireResponse says: one side of a final assessment. */
export interface SideFromFhir extends ReadItems {
  side: FhirSide
  /** The id of the assessment. */
  assessment: string
  asOf: string
  /** When it became final, or the as-of date. */
  authored: string
  agency: Party
  author: Party | null
  coReviewed: boolean
  alone?: AloneReason
  engine: string
  questionnaireSha256: string
  scorecardSha256?: string
}

/**
 * Reads a FHIR R4 QuestionnaireResponse that was written as `responsesToFhir` writes it, to this version of a
 * questionnaire. Paths of faults are places in the resource, as FHIRPath writes them.
 */
export function responsesFromFhir(
  json: unknown,
  questionnaire: Questionnaire,
  { limits, ...naming }: FromFhir = {},
): Reading<{ side: SideFromFhir }> {
  const refused = unreadable(json, 'QuestionnaireResponse', limits)
  if (refused.length > 0) return { status: 'invalid', faults: refused }
  const root = new FhirNode(json, 'QuestionnaireResponse', new FaultList())
  const expected = canonicalOf(questionnaire, naming)
  const canonical = root.neededText('questionnaire')
  if (canonical !== '' && canonical !== expected) root.fault(`must be "${expected}"`, 'questionnaire')
  const items = itemsFromFhir(root, questionnaire, naming)
  const head = headOf(root, naming)
  const faults = root.faults.all()
  if (faults.length > 0) return { status: 'invalid', faults }
  return { status: 'valid', side: { ...head, ...items } }
}

const text = z.string().min(1)

function headOf(root: FhirNode, naming: Naming): Omit<SideFromFhir, keyof ReadItems> {
  if (root.raw('status') !== 'completed') root.fault('must be "completed"', 'status')
  const side = needed(root, ours.side, 'valueCode', z.enum(fhirSides)) ?? 'agency'
  const alone = optional(root, ours.alone, 'valueCode', z.enum(aloneReasons))
  const scorecardSha256 = optional(root, ours.scorecardSha256, 'valueString', text)
  const author = root.raw('author') === undefined ? null : partyIn(root.child('author'), naming)
  return {
    side,
    assessment: assessmentIn(root, side, naming),
    asOf: needed(root, ours.asOf, 'valueDate', calendarDateSchema) ?? '',
    authored: checked(root, 'authored', moment, 'must be a date, or a moment in UTC') ?? '',
    agency: partyIn(root.child('subject'), naming),
    author,
    coReviewed: needed(root, ours.coReviewed, 'valueBoolean', z.boolean()) ?? false,
    ...(alone !== undefined && { alone }),
    engine: needed(root, ours.engine, 'valueString', text) ?? '',
    questionnaireSha256: needed(root, ours.questionnaireSha256, 'valueString', text) ?? '',
    ...(scorecardSha256 !== undefined && { scorecardSha256 }),
  }
}

const moment = z.union([calendarDateSchema, z.iso.datetime()])

function assessmentIn(root: FhirNode, side: FhirSide, naming: Naming): string {
  const value = identifierIn(root.child('identifier'), 'response', naming)
  const end = `/${side}`
  if (value !== '' && !(value.endsWith(end) && value.length > end.length)) {
    root.fault(`must be an assessment’s id and "${end}"`, 'identifier.value')
  }
  return value.slice(0, -end.length)
}

function identifierIn(node: FhirNode, name: string, naming: Naming): string {
  const system = identifierSystem(name, naming)
  if (node.raw('system') !== system) node.fault(`must be "${system}"`, 'system')
  return node.neededText('value')
}

function partyIn(node: FhirNode, naming: Naming): Party {
  return {
    id: identifierIn(node.child('identifier'), 'organization', naming),
    name: node.neededText('display'),
  }
}
