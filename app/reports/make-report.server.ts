import { assessmentReport, type AssessmentReportInput } from './assessment-report.ts'
import { composeAssessment } from './compose-assessment.ts'
import { makePdf } from './pdf/make-pdf.server.ts'

/** The progress report of one assessment, as a PDF. */
export function assessmentPdf(input: AssessmentReportInput): Promise<Buffer> {
  return makePdf(composeAssessment(assessmentReport(input)))
}
