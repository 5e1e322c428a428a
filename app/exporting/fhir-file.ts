import type { Exportable } from '#assessments/exporting/exportable.ts'
import { responsesToFhir } from '#assessments/fhir/responses-to-fhir.ts'
import { piecesOf, type FileContent } from './file-content.ts'

/** FHIR R4 as newline-delimited JSON: a QuestionnaireResponse for each side that is shared. Counts those. */
export function fhirFile(exportables: AsyncIterable<Exportable>): FileContent {
  return piecesOf(lines(exportables))
}

async function* lines(exportables: AsyncIterable<Exportable>): AsyncGenerator<string, number, void> {
  let count = 0
  for await (const { agency, shared, questionnaire, finalizedAt, scorecardSha256 } of exportables) {
    const context = {
      agency: { id: agency.id, name: agency.name ?? agency.id },
      ...{ finalAt: finalizedAt, scorecardSha256 },
    }
    for (const resource of responsesToFhir(shared, questionnaire, context)) {
      yield `${JSON.stringify(resource)}\n`
      count += 1
    }
  }
  return count
}
