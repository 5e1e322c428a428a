import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sitDown, signUp, type Desk } from './support/desk.ts'
import { expectGoodPage } from './support/good-page.ts'
import { mailboxForTests } from './support/mailbox.ts'
import { open, pathOf, untilAwake, untilPath } from './support/pages.ts'
import { addressOf } from './support/people.ts'
import { rateApart } from './support/rating-apart.ts'
import { accept, form, propose, sign, turnTo, untilHeading } from './support/settling.ts'
import { siteForTests } from './support/site.ts'
import { clinicAnswers, folderWithEachDifference, stationAnswers } from './support/whole-job.ts'

const mailbox = await mailboxForTests()
const site = siteForTests({ ...mailbox.environment, QUESTIONNAIRES_DIR: folderWithEachDifference() })

const agencyName = 'Winterfield Police Department'
const partnerName = 'Summerside Behavioral Health'
const station = {
  name: 'Ada Winters',
  side: 'agency',
  organization: agencyName,
  answers: stationAnswers,
} as const
const clinic = {
  name: 'Pia Reyes',
  side: 'partner',
  organization: partnerName,
  answers: clinicAnswers,
} as const

async function enterOrganization(page: Page, name: string) {
  await page.getByLabel('Name of the').fill(name)
  await page.getByLabel('State or territory').selectOption('OH')
  await page.getByLabel('County').fill('Winter County')
  await page.getByRole('button', { name: 'Create' }).click()
}

/** Signs up, enters the agency and mails a proposal; resolves to the path of the agency's home. */
async function proposeByMail(ada: Desk, to: string): Promise<string> {
  const { page } = ada
  await signUp(ada, site, mailbox)
  await page.getByRole('link', { name: 'Enter my organization' }).click()
  await page.getByRole('link', { name: /^Law-enforcement agency/ }).click()
  await page.getByLabel('Type of agency').selectOption('police')
  await page.getByLabel('Full-time sworn officers').selectOption('25-49')
  await enterOrganization(page, agencyName)
  await page.getByRole('heading', { level: 1, name: agencyName }).waitFor()
  await untilPath(page, /^\/organizations\/(?!new)[\w-]+$/)
  const home = pathOf(page)
  await open(page, `${home}/partnerships`)
  await page.getByLabel('Email address of somebody there').fill(to)
  await page.getByRole('button', { name: 'Send the proposal' }).click()
  await page.getByRole('heading', { name: 'Proposed, not answered yet' }).waitFor()
  return home
}

/** Follows the mailed link, signs up for it, enters the partner and accepts. */
async function acceptByLink(pia: Desk) {
  const { page } = pia
  await page.getByRole('heading', { name: `${agencyName} proposes a partnership` }).waitFor()
  await page.getByRole('link', { name: 'Sign up' }).first().click()
  await untilPath(page, '/sign-up')
  await signUp(pia, site, mailbox)
  await page.getByRole('link', { name: 'Enter your organization' }).click()
  await enterOrganization(page, partnerName)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByText('You are partners now.').waitFor()
}

/** Starts an assessment that both rate; resolves to its path. */
async function startTogether({ page }: Desk, home: string): Promise<string> {
  await open(page, `${home}/assessments/new`)
  await page.locator('label[for="questionnaire-sample"]').click()
  expect(await page.getByRole('radio', { name: new RegExp(partnerName) }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await untilPath(page, /^\/assessments\/[\w-]+$/)
  return pathOf(page)
}

async function look(page: Page) {
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function submit({ page, organization }: Desk, assessment: string) {
  await open(page, `${assessment}/review`)
  await page.getByRole('button', { name: `Submit for ${organization}` }).click()
}

/** The agency submits, recalls and submits again; the partner sees no more of it than that. */
async function submitBoth(ada: Desk, pia: Desk, assessment: string, lookAtAll: () => void) {
  const submitted = ada.page.getByRole('heading', { name: `${agencyName} has submitted` })
  await submit(ada, assessment)
  await submitted.waitFor()
  await ada.page.getByRole('button', { name: 'Recall' }).click()
  await ada.page.getByRole('button', { name: /^Submit for/ }).click()
  await submitted.waitFor()
  await look(ada.page)
  await open(ada.page, `${assessment}/domains/leadership`)
  await ada.page.getByText('Your side has submitted its answers').waitFor()
  expect(await ada.page.getByRole('radio').first().isDisabled()).toBe(true)
  await open(ada.page, `${assessment}/differences`)
  await ada.page.getByText('Not both sides have submitted yet').waitFor()
  await open(pia.page, assessment)
  await pia.page
    .locator('.side-standing', { hasText: agencyName })
    .getByText(/^Submitted$/)
    .waitFor()
  await open(pia.page, `${assessment}/review`)
  lookAtAll()
  await pia.page.getByRole('button', { name: `Submit for ${partnerName}` }).click()
  await untilPath(pia.page, `${assessment}/differences`)
  await untilAwake(pia.page)
}

/** Without loading anything again, both settle what differs: by a counter-proposal, a level, as not agreed. */
async function reconcile({ page: adas }: Desk, { page: pias }: Desk) {
  await Promise.all([adas, pias].map((page) => page.getByText('3 differences, 0 settled').waitFor()))
  await adas.getByText(clinicAnswers.note).first().waitFor()
  await pias.getByText(stationAnswers.note).first().waitFor()

  await propose(adas, '3 · Level 3')
  await untilHeading(pias, 'proposes 3 · Level 3')
  await form(pias, 'commented').getByLabel('Comment').fill('We have the minutes of two.')
  await form(pias, 'commented').getByRole('button').click()
  await adas.getByText('We have the minutes of two.').waitFor()
  await propose(pias, '2 · Level 2')
  await untilHeading(adas, 'proposes 2 · Level 2')
  await adas.getByLabel('Note: why you agree on this').fill('Agreed: two of four.')
  await accept(adas)
  await untilHeading(pias, 'Agreed: 2 · Level 2')
  await pias.getByText('Agreed: two of four.').first().waitFor()

  const items = [
    ['Where is it written?', 'leadership.policy', '2 · Level 2', 'Agreed: 2 · Level 2'],
    [
      'Who goes along?',
      'leadership.mobile-team',
      'Close it as not agreed',
      'Not agreed: counts as 2 · Level 2',
    ],
  ] as const
  for (const [question, itemId, choice, outcome] of items) {
    await Promise.all([turnTo(adas, question, itemId), turnTo(pias, question, itemId)])
    await propose(pias, choice)
    await accept(adas)
    await untilHeading(pias, outcome)
  }
}

/** The three scores: agency, partner, agreed. */
async function expectThreeScores({ page }: Desk) {
  const table = page.locator('#both-sides').locator('..').getByRole('table').first()
  const cells = (row: RegExp) => table.getByRole('row', { name: row }).getByRole('cell').allInnerTexts()
  const numbers = async (row: RegExp) => (await cells(row)).map((cell) => Number.parseInt(cell, 10))
  // Levels 4 and 3 against 1, 2 and 2; agreed 2, 2 and, not agreed, the lower.
  expect(await numbers(/^Title of leadership/)).toEqual([63, 17, 25])
  expect(await numbers(/^Title of training/)).toEqual([58, 50, 58])
  expect(await numbers(/^Overall/)).toEqual([60, 33, 42])
  await page.getByText(`${agencyName} and its partner ${partnerName} rated it independently`).waitFor()
}

async function reopen({ page }: Desk, assessment: string) {
  await open(page, assessment)
  await page.getByRole('link', { name: 'Reopen' }).click()
  await page.getByLabel('Why do you reopen it?').fill('The minutes of a third meeting turned up.')
  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByText('The minutes of a third meeting turned up.').waitFor()
}

it(
  'an agency and a partner that it finds by mail rate apart, settle what differs, sign, and reopen',
  { timeout: 300_000 },
  async () => {
    const ada = await sitDown(site, station, '/sign-up')
    const home = await proposeByMail(ada, addressOf(clinic.name))
    const { origin } = site.app
    const link = await mailbox.linkMailedTo(origin, addressOf(clinic.name), 'partnerships')
    const pia = await sitDown(site, clinic, link)
    await acceptByLink(pia)
    const assessment = await startTogether(ada, home)
    const lookAtAll = await rateApart(site.app, ada, pia, assessment)
    await submitBoth(ada, pia, assessment, lookAtAll)
    await reconcile(ada, pia)
    await sign(ada.page, pia.page, assessment, partnerName)
    await open(pia.page, `${assessment}/results`)
    await Promise.all([expectThreeScores(ada), expectThreeScores(pia)])
    await reopen(ada, assessment)
    for (const desk of [ada, pia]) {
      await open(desk.page, `${assessment}/results`)
      await desk.page.getByText('The minutes of a third meeting turned up.').waitFor()
      await open(desk.page, `${assessment}/copies/1`)
      await expectThreeScores(desk)
    }
    await open(pia.page, `${assessment}/differences`)
    await pia.page.getByText('3 differences, 3 settled').waitFor()
  },
)
