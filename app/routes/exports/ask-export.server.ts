import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { withNotice } from '#app/accounts/notices.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { openContents } from '#app/exporting/export-contents.server.ts'
import { tooManyRows } from '#app/exporting/xlsx/xlsx-file.server.ts'
import { recordId } from '#app/record-id.ts'
import { cancelExport, mostUnfinished, requestExport } from '#db/queries/export-jobs.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { exportFormats, type ExportScope } from '#db/words.ts'
import { portfolioQueryOf } from './portfolio-query-of.ts'

const askSchema = z.object({
  format: z.enum(exportFormats, 'Choose a format.'),
  query: z.string().max(2000).default(''),
  anonymous: z.literal('yes').optional(),
})

export interface Acting {
  context: RequestContext
  organization: Organization
  person: SignedInPerson
  form: FormData
}

const refuse = (fault: string, status: 400 | 409) => data({ fault }, { status })

/** Asks for an export of all that the organization may have, and shows the list. */
export async function askExport({ context, organization, person, form }: Acting) {
  const submission = parseWithZod(form, { schema: askSchema })
  if (submission.status !== 'success') return refuse('Choose a format.', 400)
  const { format } = submission.value
  const scope = scopeOf(organization, submission.value)
  if (scope.anonymous && format === 'fhir') {
    return refuse('FHIR names whose answers they are: choose another format for an anonymous export.', 400)
  }
  const tooLong = format === 'xlsx' ? await tooLongForSheets(context, scope) : null
  if (tooLong !== null) return refuse(tooLong, 409)
  const asked = { organizationId: organization.id, scope, by: person.id, at: context.now() }
  if ((await requestExport(context.database, asked)).status === 'too-many') {
    return refuse(`${mostUnfinished} exports are being made already. Wait for one, or cancel one.`, 409)
  }
  throw goTo(withNotice(`/organizations/${organization.id}/exports`, 'export-asked'))
}

function scopeOf({ id, kind }: Organization, asked: z.infer<typeof askSchema>): ExportScope {
  const { format, query, anonymous } = asked
  if (kind !== 'program') return { format, anonymous: false, of: { kind: 'agency', agencyId: id } }
  const kept = portfolioQueryOf(new URLSearchParams(query))
  const of = { kind: 'portfolio', programId: id, query: kept } as const
  return { format, anonymous: anonymous === 'yes', of }
}

/** Said at once where the scored answers alone are too many for a sheet; otherwise counted as it is made. */
async function tooLongForSheets(context: RequestContext, scope: ExportScope): Promise<string | null> {
  const { of, anonymous } = scope
  const contents = await openContents({ source: context, of, anonymous, at: context.now() })
  if (!contents) return null
  const { responseRowsAtLeast, scoreRows } = contents.size
  return tooManyRows([
    { name: 'Responses', rowCount: responseRowsAtLeast },
    { name: 'Scores', rowCount: scoreRows },
  ])
}

const cancelSchema = z.object({ export: recordId })

/** Cancels an export that isn't finished. */
export async function cancelAsked({ context, organization, form }: Acting) {
  const asked = cancelSchema.safeParse(Object.fromEntries(form))
  if (!asked.success) return refuse('Which export is meant was not said.', 400)
  const cancelling = { organizationId: organization.id, id: asked.data.export, at: context.now() }
  if (!(await cancelExport(context.database, cancelling))) {
    return refuse('That export is finished or cancelled already.', 409)
  }
  throw goTo(withNotice(`/organizations/${organization.id}/exports`, 'export-cancelled'))
}
