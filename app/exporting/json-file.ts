import type { ExportedAssessment } from '#assessments/exporting/exported-assessment.ts'
import { piecesOf, type FileContent } from './file-content.ts'

type Assessments = AsyncIterable<ExportedAssessment> | Iterable<ExportedAssessment>

/** Assessments as one JSON list, one on each line. */
export function jsonFile(assessments: Assessments): FileContent {
  return piecesOf(listed(assessments))
}

async function* listed(assessments: Assessments): AsyncGenerator<string, number, void> {
  let count = 0
  yield '['
  for await (const assessment of assessments) {
    yield `${count === 0 ? '\n' : ',\n'}${JSON.stringify(assessment)}`
    count += 1
  }
  yield count === 0 ? ']\n' : '\n]\n'
  return count
}

/** Assessments as newline-delimited JSON: each line is one, and stands alone. */
export function ndjsonFile(assessments: Assessments): FileContent {
  return piecesOf(lines(assessments))
}

async function* lines(assessments: Assessments): AsyncGenerator<string, number, void> {
  let count = 0
  for await (const assessment of assessments) {
    yield `${JSON.stringify(assessment)}\n`
    count += 1
  }
  return count
}
