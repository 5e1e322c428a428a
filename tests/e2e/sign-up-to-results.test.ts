import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { dayFromToday } from './support/agency.ts'
import { choose, question, untilChosen, untilSaved, untilState } from './support/domain-page.ts'
import { open, pathOf, untilAwake, untilPath } from './support/pages.ts'
import { addressOf, password, type Person } from './support/people.ts'
import { answerAll, levelItems, save } from './support/saves.ts'
import { siteForTests } from './support/site.ts'

const site = siteForTests()
const names = { coordinator: 'Ada Winters', contributor: 'Bo Summers' }

/** What one test leaves for the next: the job is one, told in several sentences. */
let agency = ''
let assessment = ''
let invitation = ''
const people: Partial<Record<'coordinator' | 'contributor', Person>> = {}

function who(role: 'coordinator' | 'contributor'): Person {
  const person = people[role]
  if (!person) throw new Error(`there is no ${role} yet`)
  return person
}

async function fillSignUp(page: Page, name: string) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Work email address').fill(addressOf(name))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign up' }).click()
}

/** Keeps who is signed in in a browser for the tests to come. */
async function remember(page: Page, role: 'coordinator' | 'contributor') {
  const storageState = await page.context().storageState()
  const cookie = storageState.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const name = names[role]
  people[role] = { name, email: addressOf(name), password, cookie, signedIn: { storageState } }
}

const assessmentPath = () => `/assessments/${assessment}`
const domainPath = (domain: string) => `${assessmentPath()}/domains/${domain}`
const lastPart = (page: Page) => pathOf(page).split('/').at(-1) ?? ''
const visitAs = async (role: 'coordinator' | 'contributor', to: string) =>
  (await site.visit(to, who(role).signedIn)).page

async function startAsOf(page: Page, day: string) {
  await page.getByLabel('As-of date').fill(day)
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await untilPath(page, /^\/assessments\/[\w-]+$/)
  assessment = lastPart(page)
}

async function submitFrom(page: Page) {
  await open(page, `${assessmentPath()}/review`)
  await page.getByRole('button', { name: 'Submit and make final' }).click()
  await untilPath(page, `${assessmentPath()}/results`)
}

const overallScore = (page: Page) => page.locator('.standing__score').innerText()
const domainScore = (page: Page, domain: string) =>
  page.locator('.domain-score', { has: page.locator(`a[href="#domain-${domain}"]`) }).innerText()

describe('from signing up to results', () => {
  it('a coordinator signs up, enters the agency, and gets a link to hand to a contributor', async () => {
    const { page } = await site.visit('/')
    await page.getByRole('link', { name: 'Sign up' }).first().click()
    await fillSignUp(page, names.coordinator)
    await page.getByRole('link', { name: 'Enter my organization' }).click()
    await page.getByRole('link', { name: /Law-enforcement agency/ }).click()
    await page.getByLabel('Name of the agency').fill('Winterfield Police Department')
    await page.getByLabel('Type of agency').selectOption({ label: 'Police department' })
    await page.getByLabel('State or territory').selectOption({ label: 'Ohio' })
    await page.getByLabel('County').fill('Winter County')
    await page.getByLabel('Full-time sworn officers').selectOption({ label: '25 to 49' })
    await page.getByRole('button', { name: 'Create' }).click()
    await page.getByRole('heading', { level: 1, name: 'Winterfield Police Department' }).waitFor()
    await untilPath(page, /^\/organizations\/(?!new)[\w-]+$/)
    agency = lastPart(page)

    await page.getByRole('link', { name: 'Members' }).click()
    await page.getByLabel('Their email address').fill(addressOf(names.contributor))
    await page.getByRole('button', { name: 'Invite' }).click()
    invitation = await page.locator('.hand-over__link').innerText()
    expect(invitation).toMatch(new RegExp(`^${site.app.origin}/invitations/`))
    await remember(page, 'coordinator')
  })

  it('the contributor opens the link, signs up with that address and accepts', async () => {
    const { page } = await site.visit(new URL(invitation).pathname)
    await page.getByText('Ada Winters invites you').waitFor()
    await page.getByRole('link', { name: 'Sign up' }).first().click()
    await fillSignUp(page, names.contributor)
    await page.getByRole('button', { name: 'Accept the invitation' }).click()
    await untilPath(page, `/organizations/${agency}`)
    await remember(page, 'contributor')
  })

  it('the coordinator starts an assessment as of a year ago and assigns a domain', async () => {
    const page = await visitAs('coordinator', `/organizations/${agency}`)
    await page.getByRole('link', { name: 'Start your first assessment' }).click()
    await startAsOf(page, dayFromToday(-366))
    await page.getByRole('link', { name: 'Choose who contributes and assign domains' }).click()
    await page.getByLabel('Policies and procedures', { exact: true }).selectOption(names.contributor)
    await page.getByRole('button', { name: 'Save' }).click()
    await untilPath(page, assessmentPath())
    await page.getByText(`Assigned to ${names.contributor}.`).waitFor()
  })

  it('the contributor finds the domain first and answers it: levels, a reason, a don’t know, a note, a link', async () => {
    const page = await visitAs('contributor', `/organizations/${agency}`)
    await page
      .getByRole('link', { name: /Begin with Policies and procedures: \d+ items of yours/ })
      .first()
      .click()
    await untilPath(page, domainPath('policies'))
    for (const itemId of levelItems('policies')) await choose(page, itemId, 2)
    await choose(page, 'policies.handoff-to-care', 'dont-know')
    const transport = question(page, 'policies.transport')
    await choose(page, 'policies.transport', 'not-applicable')
    await untilState(page, 'policies.transport', /^Not saved yet: not finished/)
    await transport.getByLabel('Why does it not apply?').fill('The county’s ambulances take everybody.')
    const onScene = question(page, 'policies.on-scene')
    await onScene.locator('summary', { hasText: 'Note and evidence links' }).click()
    await onScene.getByLabel('Note', { exact: true }).fill('Order 12 is under review.')
    await onScene.getByLabel('Evidence link 1').fill('https://winterfield.example/order-12')
    await untilSaved(page)
    for (const itemId of levelItems('policies')) await untilState(page, itemId, /^Saved by you/)

    await page.reload()
    await untilAwake(page)
    await untilChosen(page, 'policies.handoff-to-care', 'dont-know')
    await untilChosen(page, 'policies.on-scene', 2)
    expect(await transport.getByLabel('Why does it not apply?').inputValue()).toContain('ambulances')
    expect(await onScene.getByLabel('Note', { exact: true }).inputValue()).toBe('Order 12 is under review.')
    expect(await onScene.getByLabel('Evidence link 1').inputValue()).toBe(
      'https://winterfield.example/order-12',
    )
  })

  it('the coordinator answers the rest, looks it through and submits', async () => {
    const { app } = site
    const coordinator = who('coordinator')
    await save(app, coordinator, assessment, 'services.response-models', { value: ['co-responder'] })
    await answerAll(app, coordinator, assessment, { training: 3, services: 3, data: 3, review: 3 })
    const page = await visitAs('coordinator', domainPath('leadership'))
    for (const itemId of levelItems('leadership')) {
      await question(page, itemId).focus()
      await page.keyboard.press('3')
    }
    await question(page, 'leadership.sworn-officers').getByRole('textbox').first().fill('1,250')
    await untilSaved(page)
    await untilState(page, 'leadership.sworn-officers', /^Saved by you/)

    await open(page, `${assessmentPath()}/review`)
    const policies = page.locator('section', { has: page.locator('#review-policies') })
    await policies.getByRole('heading', { name: /don’t know/ }).waitFor()
    await policies.getByText('Reason: The county’s ambulances take everybody.').waitFor()
    await page.getByRole('button', { name: 'Submit and make final' }).click()
    await untilPath(page, `${assessmentPath()}/results`)
  })

  it('both see the results: what scores stand on, what caps the band, not co-reviewed', async () => {
    const page = await visitAs('contributor', `${assessmentPath()}/results`)
    // Five domains at level 3 are 50 each, one at level 2 is 25: 45.8 in the mean.
    expect(await overallScore(page)).toBe('46')
    expect(await domainScore(page, 'leadership')).toMatch(/50\s+10 of 10 applicable items/)
    expect(await domainScore(page, 'policies')).toMatch(/25\s+9 of 10 applicable items\s+Beginning/)
    await page.getByText('Not co-reviewed:').waitFor()
    await page.getByText('The band can be at most Advancing, not Sustaining').first().waitFor()
    const radar = page.locator('.chart--radar')
    await radar.locator('svg').first().waitFor()
    expect(await radar.getByRole('table').innerText()).toMatch(/Leadership\s[^%]*?\s50/)
  })

  it('the assessment is locked: pages can be read, and nothing is taken', async () => {
    const page = await visitAs('contributor', domainPath('policies'))
    await page.getByText('This assessment was submitted and is locked.').waitFor()
    expect(await page.locator('input[data-answer]:enabled').count()).toBe(0)
    const late = await save(site.app, who('contributor'), assessment, 'policies.on-scene', { value: 5 })
    expect([late.http, late.reply.status]).toEqual([423, 'locked'])
    await page.reload()
    await untilChosen(page, 'policies.on-scene', 2)
  })

  it('the coordinator reopens it with a reason, mends an answer, and submits again', async () => {
    const page = await visitAs('coordinator', assessmentPath())
    await page.getByRole('link', { name: 'Reopen' }).click()
    await page.getByLabel('Why do you reopen it?').fill('Order 12 was signed before that day.')
    await page.getByRole('button', { name: 'Reopen' }).click()
    await untilPath(page, assessmentPath())
    await page.getByText('Order 12 was signed before that day.').waitFor()
    await open(page, `${assessmentPath()}/results`)
    await page.getByText('Being revised').waitFor()
    expect(await overallScore(page)).toBe('46')

    await open(page, domainPath('policies'))
    await choose(page, 'policies.on-scene', 5)
    await untilState(page, 'policies.on-scene', /^Saved by you/)
    await submitFrom(page)
    // Nine answers at level 2, one of them now at level 5: (8 × 25 + 100) / 9.
    expect(await domainScore(page, 'policies')).toMatch(/33\s+9 of 10/)
    expect(await overallScore(page)).toBe('47')
  })

  it('both copies stay readable, each as it was', async () => {
    const page = await visitAs('contributor', `${assessmentPath()}/copies/1`)
    expect(await overallScore(page)).toBe('46')
    await page.getByText('This is an earlier copy.').waitFor()
    await page.getByRole('link', { name: 'See the latest results' }).click()
    await expect.poll(() => overallScore(page)).toBe('47')
    await open(page, `${assessmentPath()}/copies/2`)
    expect(await overallScore(page)).toBe('47')
  })

  it('a year later a second round shows what changed', async () => {
    const page = await visitAs('coordinator', `/organizations/${agency}`)
    await page.getByRole('link', { name: 'Start the next assessment' }).click()
    await page.getByText('No, begin with empty answers').click()
    await startAsOf(page, dayFromToday(-1))
    const levels = { leadership: 5, policies: 2, training: 3, services: 3, data: 3, review: 2 }
    await answerAll(site.app, who('coordinator'), assessment, levels)
    await submitFrom(page)

    await page.getByRole('link', { name: 'See progress over all rounds' }).click()
    await untilPath(page, `/organizations/${agency}/progress`)
    await page.getByText('2 final assessments').waitFor()
    const changes = page.getByRole('table', { name: /^Change of each domain since/ }).first()
    const words = await changes.innerText()
    expect(words).toMatch(/Leadership\s[^+−]*\+50/)
    expect(words).toMatch(/Training\s[^+−]*\t0/)
    expect(words).toMatch(/Review and improvement\s[^+−]*[−-]25/)
    await page.locator('.chart--trend svg').first().waitFor()
  })
})
