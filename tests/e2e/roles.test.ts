import { beforeAll, describe, expect, it } from 'vitest'
import { join, newAgency, start } from './support/agency.ts'
import { choose, question, untilChosen, untilState } from './support/domain-page.ts'
import { fetchAs, form, newPerson, type Person } from './support/people.ts'
import { allAnswers, rows } from './support/rows.ts'
import { answerAll, save } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
let coordinator: Person
let contributor: Person
let viewer: Person
let stranger: Person
let agency = ''
let assessment = ''

beforeAll(async () => {
  const { app } = site
  coordinator = await newPerson(app, 'Ada Winters')
  contributor = await newPerson(app, 'Bo Summers')
  viewer = await newPerson(app, 'Cy Autumn')
  stranger = await newPerson(app, 'Di Springer')
  agency = await newAgency(app, coordinator, 'Winterfield Police Department')
  await join(app, coordinator, agency, contributor, 'contributor')
  await join(app, coordinator, agency, viewer, 'viewer')
  await newAgency(app, stranger, 'Springfield Police Department')
  assessment = await start(app, coordinator, agency)
  await answerAll(app, coordinator, assessment, { leadership: 3 })
})

const madeUp = '00000000-0000-4000-8000-000000000000'

/** Pages of an agency and of an assessment, for whatever ids. */
const pagesOf = (organizationId: string, assessmentId: string) => [
  `/organizations/${organizationId}`,
  `/organizations/${organizationId}/members`,
  `/organizations/${organizationId}/progress`,
  `/organizations/${organizationId}/profile`,
  `/organizations/${organizationId}/log`,
  `/organizations/${organizationId}/records`,
  `/organizations/${organizationId}/assessments/new`,
  `/assessments/${assessmentId}`,
  `/assessments/${assessmentId}/domains/leadership`,
  `/assessments/${assessmentId}/people`,
  `/assessments/${assessmentId}/review`,
  `/assessments/${assessmentId}/reopen`,
  `/assessments/${assessmentId}/print`,
  `/assessments/${assessmentId}/results`,
  `/assessments/${assessmentId}/copies/1`,
  `/assessments/${assessmentId}/events`,
  `/assessments/${assessmentId}/responses`,
  `/assessments/${assessmentId}/items/leadership.mandate/history`,
]

describe('a viewer', () => {
  it('reads answers and can change none', async () => {
    const path = `/assessments/${assessment}/domains/leadership`
    const { page } = await site.visit(path, viewer.signedIn)
    await untilChosen(page, 'leadership.mandate', 3)
    await page.getByText('To change them you need the role of contributor or coordinator.').waitFor()
    const enabled = page.locator('main').locator('input:enabled, textarea:enabled, button:enabled')
    expect(await enabled.count()).toBe(0)
    await question(page, 'leadership.mandate').focus()
    await page.keyboard.press('5')
    await untilChosen(page, 'leadership.mandate', 3)
    const before = allAnswers(site.app)
    const late = await save(site.app, viewer, assessment, 'leadership.mandate', { value: 5 })
    expect(late.http).toBe(404)
    expect(allAnswers(site.app)).toEqual(before)
  })

  it('sees others’ answers as they are given', async () => {
    const path = `/assessments/${assessment}/domains/training`
    const { page } = await site.visit(path, viewer.signedIn)
    const { page: answering } = await site.visit(path, contributor.signedIn)
    await choose(answering, 'training.basic', 4)
    await untilChosen(page, 'training.basic', 4)
    await untilState(page, 'training.basic', /^Saved by Bo Summers/)
  })

  it('is shown no way to start, assign, submit, invite or edit', async () => {
    const { page } = await site.visit(`/assessments/${assessment}`, viewer.signedIn)
    const main = page.locator('main')
    const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
    await heading('Police-Mental Health Collaboration self-assessment')
    expect(await main.getByRole('link', { name: /assign domains/ }).count()).toBe(0)
    await page.goto(`/assessments/${assessment}/review`)
    await heading('Review')
    expect(await main.getByRole('button').count()).toBe(0)
    await page.goto(`/organizations/${agency}`)
    await heading('Winterfield Police Department')
    for (const name of ['Profile', 'Log', 'Records']) {
      expect(await main.getByRole('link', { name, exact: true }).count(), name).toBe(0)
    }
    await page.goto(`/organizations/${agency}/members`)
    await heading('Members')
    expect(await main.getByRole('button', { name: 'Invite' }).count()).toBe(0)
    expect(await main.innerText()).not.toContain(coordinator.email)
  })
})

describe('a contributor', () => {
  it('answers, and is told that a coordinator submits', async () => {
    const { page } = await site.visit(`/assessments/${assessment}/review`, contributor.signedIn)
    await page.getByText(/^A coordinator of .+ can submit this\.$/).waitFor()
    const submitted = form({ intent: 'finalize', sideRevision: '10' })
    const answer = await fetchAs(site.app, contributor, `/assessments/${assessment}/review`, submitted)
    expect(answer.status).toBe(404)
    expect(rows(site.app, 'select stage from assessments where id = ?', assessment)).toEqual([
      { stage: 'answering' },
    ])
  })
})

describe('a stranger, coordinator of another agency', () => {
  it('gets for each page of the agency exactly what a made-up address gives', async () => {
    const addresses = pagesOf(agency, assessment)
    const madeUpAddresses = pagesOf(madeUp, madeUp)
    for (const [at, address] of addresses.entries()) {
      const real = await fetchAs(site.app, stranger, address)
      const invented = await fetchAs(site.app, stranger, madeUpAddresses[at] ?? '')
      expect(real.status, address).toBe(404)
      expect(invented.status, address).toBe(404)
      const [one, other] = await Promise.all([real.text(), invented.text()])
      expect(withoutIds(one), address).toBe(withoutIds(other))
      expect(one, address).not.toContain('Winterfield')
    }
  })

  it('sees in the browser that there is no such page', async () => {
    const { page, problems } = await site.visit('/', stranger.signedIn)
    problems.expect(/404 \(Not Found\)/)
    await page.goto(`/assessments/${assessment}/domains/leadership`)
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('Winterfield')
  })

  it('who isn’t signed in is sent to sign in, whether or not the page exists', async () => {
    for (const address of [`/assessments/${assessment}`, `/assessments/${madeUp}`]) {
      const answer = await site.app.fetch(address)
      expect(answer.status).toBe(302)
      expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(address)}`)
    }
  })
})

/** A page without what differs each time: ids of its address and the nonce of its scripts. */
function withoutIds(text: string): string {
  return text.replaceAll(/[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}/g, 'ID').replaceAll(/nonce="[^"]*"/g, '')
}
