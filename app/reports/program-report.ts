import { formatDate } from '../format.ts'
import type { ProgramFigures } from './program-figures.ts'
import { publicFigures } from './public-figures.ts'
import type { Edition, ReportRequest } from './report-input.ts'

export interface ProgramReportInput extends ReportRequest {
  figures: ProgramFigures
}

/** All that a report of a program says. */
export interface ProgramReport extends ProgramFigures {
  kind: 'program'
  edition: Edition
  madeOn: string
  /** "September 30, 2026" */
  cutOffDay: string
  comparedDay: string | null
}

/** Works out the report of a program: what its figures are, less what a public edition leaves out. */
export function programReport({ figures, edition, madeOn }: ProgramReportInput): ProgramReport {
  const told = edition === 'public' ? publicFigures(figures) : figures
  return {
    ...told,
    ...{ kind: 'program', edition, madeOn },
    cutOffDay: formatDate(figures.cutOff),
    comparedDay: figures.comparedWith && formatDate(figures.comparedWith),
  }
}
