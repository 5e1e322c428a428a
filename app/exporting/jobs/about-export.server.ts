import { anonymousWords } from '#assessments/exporting/anonymous.ts'
import type { Database } from '#db/database.server.ts'
import type { ExportSize } from '#db/queries/export-size.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import type { ExportJob } from '#db/queries/export-jobs.server.ts'
import { formatMoment } from '../../format.ts'
import { filterWords } from '../../portfolio/filter-words.ts'

/** What the files of an export say of themselves. */
export async function aboutExport(
  database: Database,
  { organizationId, scope }: Pick<ExportJob, 'organizationId' | 'scope'>,
  size: Pick<ExportSize, 'assessments'>,
  madeAt: Date,
): Promise<[name: string, text: string][]> {
  const organization = await findOrganization(database, organizationId)
  const made = formatMoment(madeAt, organization?.timeZone ?? 'UTC')
  const about: [string, string][] = [
    ['Made', made],
    ['For', organization?.name ?? ''],
    ['Assessments', `${size.assessments.toLocaleString('en-US')}, each as it was last made final`],
  ]
  if (scope.of.kind !== 'portfolio') return about
  if (scope.anonymous) {
    return [...about, ...anonymousWords.map((words): [string, string] => ['Left out', words])]
  }
  return [
    ...about,
    ['Agencies', filterWords(scope.of.query)],
    [
      'What is in it',
      'What each agency shared with the program when this was made, and no more. Nothing that is missing shows whether it is there.',
    ],
  ]
}
