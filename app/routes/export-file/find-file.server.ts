import { createReadStream } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { manifestName } from '#assessments/exporting/manifest.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { placesOf } from '#app/exporting/jobs/export-places.ts'
import { mayStillBeHad, noLongerShared } from '#app/exporting/jobs/may-still-be-had.server.ts'
import { beginsDownload, type Download } from '#app/exporting/send-download.server.ts'
import { recordId } from '#app/record-id.ts'
import { recordActivity } from '#db/queries/activities.server.ts'
import { failExport, findExport, type ExportJob } from '#db/queries/export-jobs.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'

type Asking = Pick<LoaderFunctionArgs, 'request' | 'params'> & { context: RequestContext }

/** A file of a finished export, after asking whether what it holds is still shared; that it was had is in the log. */
export async function findFile(
  { request, params, context }: Asking,
  { id: organizationId }: Pick<Organization, 'id'>,
  personId: string,
): Promise<Download> {
  const { database, environment, now } = context
  const id = recordId.safeParse(params.exportId).data
  const job = id === undefined ? undefined : await findExport(database, organizationId, id)
  if (job?.status !== 'ready') throw notFound()
  const folder = environment.exportsDirectory
  if (!(await mayStillBeHad(database, folder, job))) {
    await failExport(database, job.id, noLongerShared, now())
    await rm(placesOf(folder, job.id).files, { recursive: true, force: true })
    throw new Response(noLongerShared, { status: 410 })
  }
  const found = await fileOf(folder, job, params.file ?? '')
  if (!found) throw notFound()
  if (beginsDownload(request)) {
    const entry = { organizationId, personId, subject: job.id, at: now() }
    await recordActivity(database, { ...entry, action: 'export.downloaded' })
  }
  return found
}

/** A file that the manifest names, if it is there whole; the manifest itself is one more. */
async function fileOf(folder: string, { id, manifest }: ExportJob, name: string): Promise<Download | null> {
  const path = join(placesOf(folder, id).files, name)
  if (name === manifestName) {
    const content = await readFile(path).catch(() => null)
    return content && downloadOf(name, content)
  }
  const file = manifest?.files.find((listed) => listed.name === name)
  if (!file || (await stat(path).catch(() => null))?.size !== file.bytes) return null
  const { bytes, sha256 } = file
  return { name, bytes, sha256, read: (start, end) => createReadStream(path, { start, end }) }
}

function downloadOf(name: string, content: Buffer): Download {
  return {
    ...{ name, bytes: content.byteLength, sha256: sha256(content.toString('utf8')) },
    read: (start, end) => content.subarray(start, end + 1),
  }
}
