import { expect, test } from 'vitest'
import { loader } from '#app/routes/response-history/route.tsx'
import { answer } from '#tests/support/agency.ts'
import { answering } from '#tests/support/answering.ts'
import { responseOf } from '#tests/support/requests.ts'

test('the history of an answer says who changed it when, from what to what', async () => {
  const { agency, assessmentId, open } = await answering()
  await answer(agency, assessmentId, { 'leadership.workgroup': { value: 2 } })
  await answer(agency, assessmentId, { 'leadership.workgroup': { value: 3, note: 'typed' } }, 1)
  const itemId = 'leadership.workgroup'
  const page = await loader(await open('viewer', `/items/${itemId}/history`, { itemId }))
  const common = { who: 'A contributor', when: 'November 23, 2026, 12:00 PM' }
  expect(page.saves).toEqual([
    { ...common, revision: 2, before: { value: 2 }, after: { value: 3, note: 'typed' } },
    { ...common, revision: 1, before: null, after: { value: 2 } },
  ])
})

test('the history is a 404 for others and for an unknown item', async () => {
  const { open } = await answering()
  for (const [person, itemId] of [
    ['outsider', 'leadership.workgroup'],
    ['viewer', 'leadership.unknown'],
  ] as const) {
    const reply = await responseOf(loader(await open(person, `/items/${itemId}/history`, { itemId })))
    expect(reply.status).toBe(404)
  }
})
