import type { Exportable } from '#assessments/exporting/exportable.ts'
import { chooseAgencies, sizeOfFollowed, sizeOfOwn, type ExportSize } from '#db/queries/export-size.server.ts'
import {
  findExportable,
  followedExportables,
  ownExportables,
  type ExportLimits,
  type ExportSource,
  type OnShared,
} from '#db/queries/exportables.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import type { ExportScope } from '#db/words.ts'
import { dayOf } from '../calendar.ts'
import { hide } from './hide.server.ts'
import { portfolioOf } from '../portfolio/portfolio-of.server.ts'

/** What an export is made of. It can be read as often as there are files and sheets, and is the same each time. */
export interface ExportContents {
  size: ExportSize
  read: () => AsyncIterable<Exportable>
}

interface Opening {
  source: ExportSource
  of: ExportScope['of']
  /** Of a portfolio: for outsiders. */
  anonymous?: boolean | undefined
  /** When it was begun: what becomes final later isn't in it. */
  at: Date
  onShared?: OnShared
}

/** Counts what an export will hold, and tells how to read it; null where there is no such thing. */
export async function openContents({
  source,
  of,
  anonymous,
  at,
  onShared,
}: Opening): Promise<ExportContents | null> {
  const limits: ExportLimits = { knownBy: at }
  switch (of.kind) {
    case 'assessment':
      return oneAssessment(await findExportable(source, of.assessmentId))
    case 'agency':
      return {
        size: await sizeOfOwn(source, of.agencyId, limits),
        read: () => ownExportables(source, of.agencyId, limits),
      }
    case 'portfolio': {
      const chosen = await chooseFrom(source, of, at)
      if (!chosen) return null
      const ofSlug = { ...limits, slug: chosen.slug }
      const hiding = anonymous ? await hide(source.database, chosen.agencies, ofSlug) : null
      const agencies = hiding?.agencies ?? chosen.agencies
      const read = () => followedExportables(source, of.programId, agencies, { ...ofSlug, onShared })
      return {
        size: await sizeOfFollowed(source, of.programId, agencies, ofSlug),
        read: hiding ? () => hiding.anonymous(read()) : read,
      }
    }
  }
}

/** The agencies that a program's filter leaves on a day, and the questionnaire that it is about. */
async function chooseFrom(
  { database }: ExportSource,
  { programId, query }: { programId: string; query: string },
  at: Date,
) {
  const program = await findOrganization(database, programId)
  if (program?.kind !== 'program') return null
  const { portfolio, filter } = portfolioOf(programId, query, dayOf(at, program.timeZone))
  return { agencies: await chooseAgencies(database, portfolio, filter), slug: portfolio.slug }
}

function oneAssessment(exportable: Exportable | null): ExportContents | null {
  if (!exportable) return null
  const { shared, questionnaire } = exportable
  const sides = Object.values(shared.responses ?? {}).map((responses) => Object.keys(responses ?? {}).length)
  return {
    size: {
      assessments: 1,
      scoreRows: questionnaire.domains.length + 1,
      responseRowsAtLeast: sides.reduce((sum, count) => sum + count, 0),
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- as the others are read, though it is here
    read: async function* () {
      yield exportable
    },
  }
}
