import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { reconciling } from '#tests/support/reconciling.ts'

type Action = (args: unknown) => Promise<unknown>

const modules = import.meta.glob<{ action?: Action }>('/app/routes/*/route.{ts,tsx}')

const bodies: Record<string, RequestInit> = {
  'no body': {},
  JSON: { body: '{}', headers: { 'content-type': 'application/json' } },
  'half a form': { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=none' } },
}

test.each(Object.keys(bodies))(
  '%s where a form was expected is the sender’s fault, and said so',
  async (which) => {
    const talk = await reconciling()
    await talk.take({ kind: 'commented', side: 'agency', item: 'training.basic', text: 'Hello', seen: 0 })
    const params = {
      organizationId: talk.agencyId,
      assessmentId: talk.assessmentId,
      secret: 'x',
      token: 'x',
      domainId: 'training',
      itemId: 'training.basic',
      revision: '1',
      number: '1',
      slug: 'sample',
      version: '1.0.0',
    }
    const context = await talk.as('agency coordinator')
    const outcomes: [string, boolean][] = []
    for (const { file } of routes) {
      const { action } = (await modules[`/app/${file}`]?.()) ?? {}
      if (!action) continue
      const request = new Request('http://localhost:3000/x', { method: 'POST', ...bodies[which] })
      const answer = await action({ request, params, context }).catch((thrown: unknown) => thrown)
      const isAnswer = !(answer instanceof Error) && !(answer instanceof Response && answer.status >= 500)
      outcomes.push([file, isAnswer])
    }
    expect(outcomes.filter(([, isAnswer]) => !isAnswer)).toEqual([])
    expect(outcomes.length).toBeGreaterThan(20)
  },
)
