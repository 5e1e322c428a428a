import { changeEntries } from '../change-entries.ts'
import type { Domain, Questionnaire, Reference } from '../questionnaire.ts'
import { complexExtension, optionalExtension, simpleExtension } from './extensions.ts'
import { itemToFhir } from './item-to-fhir.ts'
import type { Extension, FhirQuestionnaire, QuestionnaireItem } from './r4.ts'
import { canonicalOf, questionnaireUrl, type Naming } from './urls.ts'
import {
  bandParts,
  changeParts,
  levelParts,
  minutesParts,
  ours,
  referenceParts,
  scoringParts,
} from './words.ts'

export interface ToFhir extends Naming {
  /** Whether the version was withdrawn from new use; a draft is a draft all the same. */
  retired?: boolean
}

/** A questionnaire as a FHIR R4 Questionnaire: a group for each domain, a question for each item. */
export function questionnaireToFhir(
  questionnaire: Questionnaire,
  { retired = false, ...naming }: ToFhir = {},
): FhirQuestionnaire {
  const { slug, version, draft, title, about, revises, domains } = questionnaire
  return {
    resourceType: 'Questionnaire',
    extension: extensionsOf(questionnaire),
    url: questionnaireUrl(slug, naming),
    version,
    name: computableName(slug),
    title,
    ...(revises && { derivedFrom: [canonicalOf({ slug, version: revises.version }, naming)] }),
    status: draft ? 'draft' : retired ? 'retired' : 'active',
    subjectType: ['Organization'],
    description: about,
    item: domains.map((domain) => groupOf(domain, questionnaire, naming)),
  }
}

/** `pmhc-self-assessment` as FHIR wants a name for programs: `PmhcSelfAssessment`, a letter first. */
function computableName(slug: string): string {
  const words = slug.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return words.join('').replace(/^(?=\d)/, 'Q')
}

function groupOf(domain: Domain, questionnaire: Questionnaire, naming: Naming): QuestionnaireItem {
  return {
    extension: [
      simpleExtension(ours.domainQuestion, 'valueString', domain.question),
      ...optionalExtension(ours.about, 'valueMarkdown', domain.about),
      simpleExtension(ours.weight, 'valueDecimal', domain.weight),
    ],
    linkId: domain.id,
    text: domain.title,
    type: 'group',
    item: domain.items.map((item) => itemToFhir(item, questionnaire, naming)),
  }
}

function extensionsOf(questionnaire: Questionnaire): Extension[] {
  const { summary, minutes, levels, whenInDoubt, scoring, sources, resources, revises } = questionnaire
  const changes = revises ? changeEntries(revises) : []
  return [
    simpleExtension(ours.summary, 'valueString', summary),
    complexExtension(ours.minutes, minutes, minutesParts),
    ...levels.map((level) => complexExtension(ours.level, level, levelParts)),
    simpleExtension(ours.whenInDoubt, 'valueString', whenInDoubt),
    complexExtension(ours.scoring, scoring, scoringParts),
    ...scoring.bands.map((band) => complexExtension(ours.band, band, bandParts)),
    ...references(ours.source, sources),
    ...references(ours.resource, resources),
    ...(revises?.same ?? []).map((id) => simpleExtension(ours.sameAsBefore, 'valueCode', id)),
    ...changes
      .filter(({ change }) => change !== 'same')
      .map((change) => complexExtension(ours.change, change, changeParts)),
  ]
}

function references(url: string, named: Readonly<Record<string, Reference>>): Extension[] {
  return Object.entries(named).map(([id, reference]) =>
    complexExtension(url, { id, ...reference }, referenceParts),
  )
}
