import { readParts, type Parts } from './extensions.ts'
import { putExtension } from './item-from-fhir.ts'
import type { FhirNode } from './node.ts'
import { Draft } from './places.ts'
import { questionnaireUrl, type Naming } from './urls.ts'
import {
  bandParts,
  changeParts,
  levelParts,
  minutesParts,
  ours,
  referenceParts,
  scoringParts,
} from './words.ts'

/** Puts into a questionnaire's draft everything but its slug and its domains. */
export function putHead(root: FhirNode, draft: Draft, naming: Naming): void {
  draft.put('version', root.text('version'), 'Questionnaire.version')
  draft.put('draft', isDraft(root), 'Questionnaire.status')
  draft.put('title', root.text('title'), 'Questionnaire.title')
  draft.put('about', root.text('description'), 'Questionnaire.description')
  putExtension(root, draft, 'summary', ours.summary, 'valueString')
  putExtension(root, draft, 'whenInDoubt', ours.whenInDoubt, 'valueString')
  const minutes = root.extension(ours.minutes)
  draft.put('minutes', minutes && readParts(minutes, minutesParts), minutes?.location ?? root.location)
  putObjects(root, draft, 'levels', ours.level, levelParts)
  putScoring(root, draft)
  putReferences(root, draft, 'sources', ours.source)
  putReferences(root, draft, 'resources', ours.resource)
  putChanges(root, draft, naming)
}

function isDraft(root: FhirNode): boolean {
  const status = root.neededText('status')
  if (status !== '' && !['draft', 'active', 'retired'].includes(status)) {
    root.fault('must be "draft", "active" or "retired"', 'status')
  }
  return status === 'draft'
}

function putObjects(root: FhirNode, draft: Draft, field: string, url: string, parts: Parts): void {
  const entries = root
    .extensions(url)
    .map((one) => ({ value: readParts(one, parts), location: one.location }))
  draft.putAll(field, entries, root.location)
}

function putScoring(root: FhirNode, draft: Draft): void {
  const extension = root.extension(ours.scoring)
  const location = extension?.location ?? root.location
  const scoring = new Draft(draft.places, [...draft.path, 'scoring'], location)
  const bounds = extension ? readParts(extension, scoringParts) : {}
  for (const [field, value] of Object.entries(bounds)) scoring.put(field, value, location)
  putObjects(root, scoring, 'bands', ours.band, bandParts)
  draft.put('scoring', scoring.json(), location)
}

function putReferences(root: FhirNode, draft: Draft, field: string, url: string): void {
  const named = new Map<string, unknown>()
  const references = new Draft(draft.places, [...draft.path, field], root.location)
  for (const extension of root.extensions(url)) {
    const { id, ...reference } = readParts(extension, referenceParts)
    if (typeof id !== 'string') extension.fault('must have a part "id" with a code')
    else if (named.has(id)) extension.fault(`"${id}" is there twice`)
    else {
      named.set(id, reference)
      references.put(id, reference, extension.location)
    }
  }
  draft.put(field, references.json(), root.location)
}

function putChanges(root: FhirNode, draft: Draft, naming: Naming): void {
  const same = root.extensions(ours.sameAsBefore)
  const changes = root.extensions(ours.change)
  const [derived, ...more] = root.list('derivedFrom')
  more.forEach((one) => one.fault('is one too many: a version revises one other'))
  if (!derived) {
    for (const one of [...same, ...changes].slice(0, 1)) one.fault('says what changed, without derivedFrom')
    return
  }
  const start = `${questionnaireUrl(String(draft.json().slug), naming)}|`
  const canonical = typeof derived.json === 'string' ? derived.json : ''
  if (!canonical.startsWith(start)) derived.fault(`must be "${start}" and a version`)
  const revises = new Draft(draft.places, [...draft.path, 'revises'], derived.location)
  revises.put('version', canonical.slice(start.length), derived.location)
  const asBefore = same.map((one) => ({ value: one.value('valueCode'), location: one.location }))
  revises.putAll('same', asBefore, root.location)
  const declared = changes.map((one) => ({ value: changeIn(one), location: one.location }))
  revises.putAll('changes', declared, root.location)
  draft.put('revises', revises.json(), derived.location)
}

/** A declared change as its kind is written: with one item, or with those it came from and became. */
function changeIn(extension: FhirNode): Record<string, unknown> {
  const { change, why, ...sides } = readParts(extension, changeParts)
  const from = Array.isArray(sides.from) ? sides.from : []
  const to = Array.isArray(sides.to) ? sides.to : []
  const head = { change, ...(why !== undefined && { why }) }
  const one = (ids: unknown[], side: string): unknown => {
    if (ids.length !== 1) extension.fault(`must have one part "${side}"`)
    return ids[0]
  }
  switch (change) {
    case 'added':
      return { ...head, item: one(to, 'to') }
    case 'renamed':
      return { ...head, from: one(from, 'from'), to: one(to, 'to') }
    case 'split':
      return { ...head, from: one(from, 'from'), to }
    case 'merged':
      return { ...head, from, to: one(to, 'to') }
    default:
      return { ...head, item: one(from, 'from') }
  }
}
