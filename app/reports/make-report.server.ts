import { agencyReport, type AgencyReportInput } from './agency-report.ts'
import { assessmentReport, type AssessmentReportInput } from './assessment-report.ts'
import { composeAgency } from './compose-agency.ts'
import { composeAssessment } from './compose-assessment.ts'
import { composeProgram } from './compose-program.ts'
import { makePdf } from './pdf/make-pdf.server.ts'
import { programReport, type ProgramReportInput } from './program-report.ts'

/** The progress report of one assessment, as a PDF. */
export function assessmentPdf(input: AssessmentReportInput): Promise<Buffer> {
  return makePdf(composeAssessment(assessmentReport(input)))
}

/** The progress report of an agency over time, as a PDF. */
export function agencyPdf(input: AgencyReportInput): Promise<Buffer> {
  return makePdf(composeAgency(agencyReport(input)))
}

/** The report of a program, as a PDF. */
export function programPdf(input: ProgramReportInput): Promise<Buffer> {
  return makePdf(composeProgram(programReport(input)))
}
