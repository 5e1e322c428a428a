import { expect, test } from 'vitest'
import { loader as overview } from '#app/routes/assessment-overview/route.tsx'
import { loader as home } from '#app/routes/organization-home/route.tsx'
import { get } from '#tests/support/requests.ts'
import { reconciling, settleAll, sign, type Reconciling } from '#tests/support/reconciling.ts'
import { endPartnership } from '#tests/support/partner-side.ts'

/** What the overview and the home of each side's coordinator say comes next: both must say the same. */
async function said(talk: Reconciling, side: 'agency' | 'partner') {
  const { assessmentId } = talk
  const organizationId = side === 'agency' ? talk.agencyId : talk.partnerId
  const as = await talk.as(`${side} coordinator`)
  const { next } = await overview(get(as, `/assessments/${assessmentId}`, { assessmentId }))
  const page = await home(get(as, `/organizations/${organizationId}`, { organizationId }))
  const ours = page.agency?.underWay[0]
  const theirs = page.partner?.agencies[0]?.work[0]
  const atHome =
    side === 'agency' ? [ours?.next.label, ours?.next.sentence] : [theirs?.next.label, theirs?.sentences[0]]
  expect(atHome).toEqual([next.label, next.sentence])
  expect(next.to).toBe(`/assessments/${assessmentId}/differences`)
  return next.sentence
}

test('each side reads on its overview and its home what waits for it', async () => {
  const talk = await reconciling()
  const left = 'Both have submitted. 2 differences left to settle'
  expect(await said(talk, 'agency')).toBe(`${left}.`)
  const proposal = {
    kind: 'proposed',
    side: 'agency',
    item: 'training.basic',
    proposal: { value: 2 },
  } as const
  await talk.take({ ...proposal, note: null, seen: 0 })
  const agencyName = (await talk.assessment()).agencyName
  expect(await said(talk, 'partner')).toBe(
    `${left}: ${agencyName} has proposed, and waits for your answer to 1.`,
  )
  expect(await said(talk, 'agency')).toBe(`${left}.`)
})

test('each side reads on its overview and its home whose signature is missing', async () => {
  const talk = await reconciling()
  await settleAll(talk)
  const settled = 'Everything is settled. It waits for your signature.'
  expect([await said(talk, 'agency'), await said(talk, 'partner')]).toEqual([settled, settled])
  await sign(talk, 'agency')
  const { agencyName, partnerName } = await talk.assessment()
  expect([await said(talk, 'agency'), await said(talk, 'partner')]).toEqual([
    `You have signed. It waits for the signature of ${partnerName}.`,
    `Everything is settled, and ${agencyName} has signed. It waits for your signature.`,
  ])
})

test('once the partnership has ended, the agency is led to going on alone', async () => {
  const talk = await reconciling()
  const { assessmentId, program } = talk
  await endPartnership(program.database, (await talk.assessment()).partnershipId ?? '')
  const as = await talk.as('agency coordinator')
  const { next } = await overview(get(as, `/assessments/${assessmentId}`, { assessmentId }))
  expect(next.to).toBe(`/assessments/${assessmentId}/go-alone`)
})
