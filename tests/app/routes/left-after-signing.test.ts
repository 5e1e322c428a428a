import { expect, test } from 'vitest'
import { submitAlone } from '#app/finalizing/submit-alone.server.ts'
import { versionOf } from '#app/find-allowed.server.ts'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { loader as frozenCopy } from '#app/routes/frozen-copy/route.tsx'
import { action as leave } from '#app/routes/go-alone/route.tsx'
import { action as reopen } from '#app/routes/reopen/route.tsx'
import { loader as results } from '#app/routes/results/route.tsx'
import { loader as review } from '#app/routes/review/route.tsx'
import { exportOrganization } from '#db/queries/export-organization.server.ts'
import { reconciling, settleAll, sign, type Reconciling } from '#tests/support/reconciling.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

async function reopenFor(talk: Reconciling, reason: string) {
  const { assessmentId } = talk
  await responseOf(reopen(post(await talk.as('agency coordinator'), '/', { reason }, { assessmentId })))
}

/** What both signed, reopened; the agency then went on without its partner, finished, and opened it once more. */
async function leftAfterSigning(): Promise<Reconciling> {
  const talk = await reconciling()
  const { program, assessmentId } = talk
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  await reopenFor(talk, 'We counted the wrong year.')
  const { revision } = await talk.assessment()
  const fields = { reason: 'released', sure: 'yes', revision: String(revision) }
  await responseOf(leave(post(await talk.as('agency coordinator'), '/', fields, { assessmentId })))
  const assessment = await talk.assessment()
  const context = await talk.as('agency coordinator')
  const version = versionOf(context, assessment)
  const by = talk.people['agency coordinator']
  const outcome = await submitAlone(context, { assessment, version, by, at: program.now() })
  expect(outcome).toEqual({ status: 'final', number: 2 })
  await reopenFor(talk, 'Between ourselves.')
  return talk
}

test('a partner that was left keeps reading what it signed, and nothing that came after', async () => {
  const talk = await leftAfterSigning()
  const { assessmentId } = talk
  const open = async (number: string, person: 'partner viewer' | 'agency viewer' = 'partner viewer') =>
    frozenCopy(get(await talk.as(person), '/', { assessmentId, number }))
  const signed = await open('1')
  expect(signed.head.review.signatures.map(({ side }) => side).sort()).toEqual(['agency', 'partner'])
  expect(signed.head.copy).toEqual({ number: 1, latestTo: null })
  expect(JSON.stringify(signed)).not.toContain('Between ourselves')
  expect((await responseOf(open('2'))).status).toBe(404)
  expect((await responseOf(open('3'))).status).toBe(404)
  const latest = results(get(await talk.as('partner viewer'), '/', { assessmentId }))
  expect((await responseOf(latest)).status).toBe(404)
  expect((await open('1', 'agency viewer')).head.copy.latestTo).toContain('/results')
  expect((await open('2', 'agency viewer')).head.copy.number).toBe(2)
})

test('its overview leads there, and no page tells it why the agency reopened its own', async () => {
  const talk = await leftAfterSigning()
  const { assessmentId } = talk
  const args = async () => get(await talk.as('partner coordinator'), '/', { assessmentId })
  const page = await overview(await args())
  expect(page.signedCopies).toEqual([1])
  for (const shown of [page, await review(await args())]) {
    expect(JSON.stringify(shown)).not.toContain('Between ourselves')
  }
  const asAgency = get(await talk.as('agency viewer'), '/', { assessmentId })
  expect((await overview(asAgency)).signedCopies).toEqual([])
})

test('its records hold what it signed, without what the agency made of it since', async () => {
  const { program, partnerId, agencyId } = await leftAfterSigning()
  const copiesOf = async (organizationId: string) =>
    (await exportOrganization(program.database, organizationId))?.assessments.map(({ frozenCopies }) =>
      frozenCopies.map(({ number, reopenReason }) => [number, reopenReason]),
    )
  expect(await copiesOf(partnerId)).toEqual([[[1, 'We counted the wrong year.']]])
  expect(await copiesOf(agencyId)).toEqual([
    [
      [1, 'We counted the wrong year.'],
      [2, 'Between ourselves.'],
    ],
  ])
})
