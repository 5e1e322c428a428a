import { describe, expect, it } from 'vitest'
import { newAgency } from './support/agency.ts'
import { expectGoodPage, settled } from './support/good-page.ts'
import { untilPath } from './support/pages.ts'
import { newPerson } from './support/people.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()

/** What the API answers: status, type, body. */
async function get(path: string, token?: string, init: RequestInit = {}) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const answer = await site.app.fetch(path, { ...init, headers })
  const text = await answer.text()
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0],
    headers: answer.headers,
    body: text ? (JSON.parse(text) as Record<string, unknown>) : null,
  }
}

describe.each([
  ['with', true],
  ['without', false],
])('%s JavaScript', (_word, javaScriptEnabled) => {
  it('a coordinator makes a token, a program reads with it, and it ends when it is revoked', async () => {
    const ada = await newPerson(site.app, javaScriptEnabled ? 'Ada Winters' : 'Ben Winters')
    const agencyId = await newAgency(site.app, ada, `${ada.name}’s Police Department`)
    const { page } = await site.visit(`/organizations/${agencyId}`, { ...ada.signedIn, javaScriptEnabled })
    await page.getByRole('link', { name: 'API tokens' }).click()
    await untilPath(page, `/organizations/${agencyId}/tokens`)
    await page.getByLabel('What it is for').fill('County dashboard')
    await page.getByText('365 days').click()
    await page.getByRole('button', { name: 'Make token' }).click()
    const token = await page.locator('.hand-over__link').innerText()
    expect(await page.getByRole('button', { name: 'Copy the token' }).count()).toBe(javaScriptEnabled ? 1 : 0)
    if (javaScriptEnabled) {
      await settled(page)
      await expectGoodPage(page)
    }

    expect(await get('/api/v1/organization', token)).toMatchObject({ status: 200, body: { id: agencyId } })
    expect(await get('/api/v1/assessments', token)).toMatchObject({
      ...{ status: 200, type: 'application/json', body: { data: [], next: null } },
    })

    await page.goto(`/organizations/${agencyId}/tokens`)
    expect(await page.content()).not.toContain(token)
    await page.getByText('Last used').waitFor()
    await page.locator('summary', { hasText: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke County dashboard' }).click()
    await page.getByText('The token is revoked').waitFor()
    expect(await get('/api/v1/organization', token)).toMatchObject({
      ...{ status: 401, type: 'application/problem+json' },
    })
  })
})

describe('the API as it is served', () => {
  it('answers everything under /api in its own way, and is open to no other site’s pages', async () => {
    const problem = 'application/problem+json'
    expect(await get('/api/v1')).toMatchObject({ status: 200, type: 'application/json' })
    for (const path of ['/api', '/api/v2', '/api/v1/x', '/api/v1/organization.data', '/api/v1/%E0%A4%A']) {
      expect(await get(path), path).toMatchObject({ status: 404, type: problem, body: { status: 404 } })
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await get('/api/v1/organization', undefined, { method })
      expect(refused).toMatchObject({ status: 405, type: problem })
      expect(refused.headers.get('allow')).toBe('GET, HEAD')
      expect(refused.headers.get('access-control-allow-origin')).toBeNull()
    }
    expect((await get('/api/v1/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
  })

  it('answers HEAD as GET without the body, and questionnaires not again', async () => {
    const path = '/api/v1/questionnaires/pmhc-self-assessment/1.1.0'
    const head = await get(path, undefined, { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, null])
    const tag = head.headers.get('etag') ?? ''
    const again = await site.app.fetch(path, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })
})
