import { expect, test } from 'vitest'
import { loader as differences } from '#app/routes/differences/route.tsx'
import { loader as frozenCopy } from '#app/routes/frozen-copy/route.tsx'
import { action, loader } from '#app/routes/reopen/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'
import {
  reconciling,
  settleAll,
  sign,
  type Reconciling,
  type TeamMember,
} from '#tests/support/reconciling.ts'

/** An assessment that both sides have signed. */
async function signed(): Promise<Reconciling> {
  const talk = await reconciling()
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  return talk
}

async function reopen(talk: Reconciling, person: TeamMember = 'agency coordinator') {
  const { assessmentId } = talk
  const fields = { reason: 'We counted the wrong year.' }
  return action(post(await talk.as(person), `/assessments/${assessmentId}/reopen`, fields, { assessmentId }))
}

test('what both signed is reopened for both to talk, who are told, and see why', async () => {
  const talk = await signed()
  const { assessmentId } = talk
  const form = await loader(get(await talk.as('agency coordinator'), '/', { assessmentId }))
  expect(form).toMatchObject({ final: true, coReviewed: true })
  const answer = await responseOf(reopen(talk))
  expect(answer.headers.get('location')).toBe(`/assessments/${assessmentId}/differences`)
  const mails = await listMail(talk.program.database, 10)
  expect(mails.map(({ subject }) => subject)).toEqual(
    Array(2).fill('Reopened: the assessment of Larkmoor Police Department as of November 1, 2026'),
  )
  expect(mails.some(({ body }) => body.includes('wrong year'))).toBe(false)
  for (const person of ['agency viewer', 'partner contributor'] as const) {
    const page = await differences(get(await talk.as(person), '/', { assessmentId }))
    expect(page.talk?.revision).toMatchObject({ number: 1, reason: 'We counted the wrong year.' })
    expect(page.talk?.signing).toMatchObject({ ready: true, signatures: { agency: null, partner: null } })
  }
})

test('the copy that both signed stays readable with its signatures, also once another is final', async () => {
  const talk = await signed()
  await reopen(talk)
  await sign(talk, 'partner')
  expect(await sign(talk, 'agency')).toMatchObject({ number: 2 })
  const params = { assessmentId: talk.assessmentId, number: '1' }
  for (const person of ['agency viewer', 'partner viewer'] as const) {
    const page = await frozenCopy(get(await talk.as(person), '/', params))
    expect(page.head.copy).toMatchObject({
      number: 1,
      latestTo: expect.stringContaining('/results') as string,
    })
    expect(JSON.stringify(page)).toContain('Cory Coordinator')
  }
})

test('the partner reopens nothing', async () => {
  const talk = await signed()
  expect((await responseOf(reopen(talk, 'partner coordinator'))).status).toBe(404)
  expect((await talk.assessment()).stage).toBe('final')
})
