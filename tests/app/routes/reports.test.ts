import { expect, it } from 'vitest'
import { loader as ofAgency } from '#app/routes/agency-report/route.ts'
import { loader as ofAssessment } from '#app/routes/assessment-report/route.ts'
import { listActivities } from '#db/queries/activities.server.ts'
import { agencyWithTeam, finishOne } from '#tests/support/agency.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { get, responseOf } from '#tests/support/requests.ts'

async function world() {
  const agency = await agencyWithTeam()
  await finishOne(agency, '2025-06-01')
  const assessmentId = await finishOne(agency, '2026-06-01')
  const viewer = await agency.as('viewer')
  const assessment = (search = '') =>
    responseOf(ofAssessment(get(viewer, `/assessments/${assessmentId}/report${search}`, { assessmentId })))
  const params = { organizationId: agency.agencyId }
  const overTime = (search = '') =>
    responseOf(ofAgency(get(viewer, `/organizations/${agency.agencyId}/progress/report${search}`, params)))
  return { agency, assessment, overTime }
}

const textOf = async (response: Response) => {
  const pdf = await readPdf(Buffer.from(await response.arrayBuffer()))
  return pdf.pages.join(' ')
}

it('of one assessment is a PDF that names the agency, and the same each time on one day', async () => {
  const { agency, assessment } = await world()
  const answer = await assessment()
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toMatch(
    /attachment; filename="[a-z0-9-]+-progress-report\.pdf"/,
  )
  expect((await assessment()).headers.get('etag')).toBe(answer.headers.get('etag'))
  const text = await textOf(answer)
  expect(text).toContain('June 1, 2026')
  expect(text).toContain('Not validated')
  const log = await listActivities(agency.program.database, agency.agencyId, { limit: 5 })
  expect(log.map(({ action }) => action)).toContain('report.made')
})

it('of one assessment has a public edition that says so', async () => {
  const { assessment } = await world()
  const [full, open] = [await textOf(await assessment()), await textOf(await assessment('?edition=public'))]
  expect(open).toContain('public edition')
  expect(full).not.toContain('public edition')
})

it('of an agency over time tells of every round', async () => {
  const { overTime } = await world()
  const text = await textOf(await overTime('?questionnaire=sample'))
  expect(text).toContain('June 2025')
  expect(text).toContain('June 2026')
})

it('of an agency without a final assessment of that questionnaire is not found', async () => {
  const { overTime } = await world()
  expect((await overTime('?questionnaire=another')).status).toBe(404)
})
