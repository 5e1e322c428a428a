import { createHash } from 'node:crypto'
import { z } from 'zod'
import { recordActivity } from '#db/queries/activities.server.ts'
import type { RequestContext } from '../context.server.ts'
import { beginsDownload, sendDownload } from '../exporting/send-download.server.ts'
import type { Edition } from './report-input.ts'

const editionSchema = z.enum(['full', 'public']).catch('full')

/** Which edition an address asks for; the full one where it says nothing. */
export function editionOf(request: Request): Edition {
  return editionSchema.parse(new URL(request.url).searchParams.get('edition'))
}

/** Whose report it is, who asked for it, and what it is about. */
interface Asked {
  organizationId: string
  personId: string
  assessmentId?: string
  /** Of the agency or program, and the day: what the file is called. */
  named: readonly string[]
}

/** Answers with a report; that it was had is in the organization's log. */
export async function sendReport(
  { request, context }: { request: Request; context: RequestContext },
  { named, ...by }: Asked,
  pdf: Buffer,
): Promise<Response> {
  if (beginsDownload(request)) {
    await recordActivity(context.database, { ...by, action: 'report.made', at: context.now() })
  }
  const words = named.map((part) =>
    part
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
  )
  return sendDownload(request, {
    name: `${[...words, 'progress-report'].filter(Boolean).join('-')}.pdf`,
    bytes: pdf.byteLength,
    sha256: createHash('sha256').update(pdf).digest('hex'),
    read: (start, end) => pdf.subarray(start, end + 1),
  })
}
