import { expect, it } from 'vitest'
import { choose } from './support/domain-page.ts'
import { beginTogether } from './support/partner.ts'
import { fetchAs, newPerson } from './support/people.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()

it('without JavaScript the partner answers, submits and recalls on the same pages', async () => {
  const cy = await newPerson(site.app, 'Cy Falls')
  const di = await newPerson(site.app, 'Di Springs')
  const { assessmentId } = await beginTogether(site.app, cy, di)
  const path = (below: string) => `/assessments/${assessmentId}${below}`
  const { page } = await site.visit(path('/domains/leadership'), { ...di.signedIn, javaScriptEnabled: false })
  await page.getByText('Only Winterfield Police Department answers this item.').first().waitFor()
  await choose(page, 'leadership.coordinator', 2)
  await page.getByRole('button', { name: 'Save answers' }).first().click()
  await page.waitForURL(({ search }) => search.startsWith('?saved='))
  await page.goto(path('/review'))
  await page.getByRole('button', { name: 'Submit for Summerside Behavioral Health' }).click()
  await page.getByRole('heading', { name: 'Summerside Behavioral Health has submitted' }).waitFor()
  await page.getByRole('button', { name: 'Recall' }).click()
  await page.getByRole('button', { name: /^Submit for/ }).waitFor()
  const agencys = await (await fetchAs(site.app, cy, path('/responses'))).text()
  expect(JSON.parse(agencys)).toEqual({ version: '1.1.0', revision: 0, responses: {} })
})
