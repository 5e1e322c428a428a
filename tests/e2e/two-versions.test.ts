import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { formatDate, formatMonth } from '#app/format.ts'
import { overflowOf } from './support/accessibility.ts'
import {
  answerAsPartner,
  answerWhatIsNew,
  confirmPolicies,
  confirmTheRest,
  look,
  readAllPages,
} from './support/carrying.ts'
import { open, pathOf, untilAwake, untilPath } from './support/pages.ts'
import { agencyName, partnerName } from './support/partner.ts'
import { newPerson, type Person } from './support/people.ts'
import { startRecording, type Recording } from './support/recording.ts'
import { rows } from './support/rows.ts'
import { accept, form, propose, sign, turnTo, untilHeading } from './support/settling.ts'
import { siteForTests } from './support/site.ts'
import { telltale, yearOldRound, type YearOldRound } from './support/year-old-round.ts'

const site = siteForTests()

/** What is new says so before anything is started; then all answers come along. */
async function startOnNewVersion(page: Page, { agencyId, asOf }: YearOldRound): Promise<string> {
  const home = `/organizations/${agencyId}`
  await page.getByRole('link', { name: 'Start the next assessment' }).click()
  await untilPath(page, `${home}/assessments/new`)
  await page.getByRole('radio', { name: /self-assessment, version 1\.1\.0/, checked: true }).waitFor()
  expect(await page.getByRole('radio', { name: /self-assessment, version/ }).count()).toBe(1)
  await page
    .getByText(`Your last assessment, as of ${formatDate(asOf)}, was with version 1.0.0. Since then: `)
    .waitFor()
  await look(page)
  await page.getByRole('link', { name: 'See what changed' }).click()
  await untilHeading(page, 'What changed from 1.0.0 to 1.1.0')
  await page.getByText('What the crisis line can do for a person and how calls pass').waitFor()
  await untilAwake(page)
  await look(page)
  await page.goBack()
  await untilHeading(page, 'Start an assessment')
  await page.getByRole('radio', { name: 'All of them', checked: true }).waitFor()
  await page.getByRole('radio', { name: partnerName, checked: true }).waitFor()
  await page.getByRole('button', { name: 'Start the assessment' }).click()
  await untilPath(page, /^\/assessments\/[\w-]+$/)
  await page.getByText('61 of them carried from another assessment and only to confirm').waitFor()
  await look(page)
  return pathOf(page)
}

const asked = (sent: Recording, mark: string) =>
  sent
    .received()
    .filter((one) => one.bytes().includes(mark))
    .map(({ asked: what }) => what)

/** Nothing of the agency's answers, nor who gave them, came to the partner's computer; what is its own did. */
function expectOwnAnswersOnly(sent: Recording, { name, email }: Person) {
  for (const mark of [telltale.agency, 'Ambulances do all of it', name, email]) {
    expect(asked(sent, mark), mark).toEqual([])
  }
  expect(asked(sent, telltale.partner).length).toBeGreaterThan(4)
}

async function submit(page: Page, name: string) {
  await page.getByRole('button', { name: `Submit for ${name}` }).click()
}

const agreement = 'What written agreement says who does what in the collaboration?'
const crisisLine = 'What help does a crisis line such as 988 bring to a person in this area?'

/** What is left of a year ago, and what both answered anew, is settled in two steps each. */
async function reconcile(adas: Page, pias: Page, assessment: string) {
  await open(adas, `${assessment}/differences`)
  await Promise.all([adas, pias].map((page) => page.getByText('2 differences, 0 settled').waitFor()))
  await Promise.all([adas, pias].map((page) => untilHeading(page, crisisLine)))
  await propose(adas, '4 · Mostly in place', 'They hand over at night too, not on weekends.')
  await accept(pias)
  await untilHeading(adas, 'Agreed: 4 · Mostly in place')
  await Promise.all([adas, pias].map((page) => turnTo(page, agreement, 'policies.partner-agreement')))
  await propose(pias, '3 · Partly in place')
  await accept(adas)
  await untilHeading(pias, 'Agreed: 3 · Partly in place')
  expect(await form(adas, 'signed').count()).toBe(1)
}

/**
 * Ten leadership items of which one rose by a level (2.5 points), eight comparable policies of which one did
 * (3.125): a sixth of both is improvement. The rest of the rise is what became of the form.
 */
async function expectHonestProgress(page: Page, home: string, [before, now]: readonly string[]) {
  await open(page, `${home}/progress`)
  await page.getByText(`Dashed line: version 1.1.0 from ${now}.`).first().waitFor()
  await page.getByText(`Overall: 54, up 1 since ${before}`).first().waitFor()
  await page.getByText(`Policies and procedures: 58, up 3 since ${before}`).first().waitFor()
  await page.getByRole('link', { name: 'Show each round’s own score, and what the differences' }).click()
  await page.getByText('a difference of +4 points. Of it, +1 point is improvement, +3 points come').waitFor()
  await page.getByRole('link', { name: `Compare ${before} with ${now}, item by item` }).click()
  await untilHeading(page, `${before} and ${now} compared`)
}

const startingWith = (words: string) => new RegExp(`^${words.replace('?', String.raw`\?`)}`)

/** Item by item, and beside each what the version did to it. */
async function expectComparison(page: Page) {
  await page.getByText('(version 1.0.0, co-reviewed)').waitFor()
  await page.getByText('(version 1.1.0, co-reviewed)').waitFor()
  const says = async (item: string, ...parts: readonly string[]) => {
    const head = page.getByRole('rowheader').filter({ hasText: startingWith(item) })
    const text = await head.locator('..').innerText()
    for (const part of parts) expect(text).toContain(part)
  }
  expect(await page.getByRole('listitem').allInnerTexts()).toContain('2 items improved')
  await says(agreement, '2 · Exploring', '3 · Partly in place', '▲ improved by 1 level')
  await says('How are decisions about the collaboration made?', '3 · ', '4 · ', '▲ improved by 1 level')
  await says(crisisLine, 'Version 1.1.0 split', 'asked differently, so not comparable')
  await says('How does a dispatcher know whom to send', 'asks something else here', 'not comparable')
  await says('What further training do officers get', 'Version 1.1.0 merged', '5 · ')
  await says('For which outcomes are the figures compared', 'Version 1.1.0 added it', 'not in that version')
  await says(
    'How are the agency’s policies on behavioral health calls kept',
    'Version 1.1.0 no longer asks it',
  )
  await says(
    'How does an officer hand a person over',
    'Version 1.1.0 keeps it under another name',
    'the same',
  )
  await untilAwake(page)
  await look(page)
}

/** On a sheet of paper: nothing runs over its edge, and what is for a screen only is left out. */
async function expectPrintable(page: Page) {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 1000 })
  await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await page.locator('.no-print:visible').count()).toBe(0)
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Each opens under the version that it was answered in. */
async function expectPrints(page: Page, { older, newer }: Record<'older' | 'newer', string>) {
  const line = 'How are people in a crisis connected with a crisis line such as 988?'
  for (const { path, version, has, hasNot } of [
    { path: newer, version: '1.1.0', has: crisisLine, hasNot: line },
    { path: older, version: '1.0.0', has: line, hasNot: crisisLine },
  ]) {
    await open(page, `${path}/print`)
    await page.getByText(`· version ${version}`).waitFor()
    await page.getByText(has).waitFor()
    expect(await page.getByText(hasNot).count()).toBe(0)
    expect(await page.getByText(telltale.partner).count()).toBeGreaterThan(0)
    await expectPrintable(page)
  }
}

it(
  'a year after a co-reviewed assessment both carry their answers to a new version, settle, sign and compare',
  { timeout: 300_000 },
  async () => {
    const ada = await newPerson(site.app, 'Ada Winters')
    const pia = await newPerson(site.app, 'Pia Reyes')
    const old = await yearOldRound(site.app, ada, pia)
    const [home, older] = [`/organizations/${old.agencyId}`, `/assessments/${old.assessmentId}`]
    const { page: adas } = await site.visit(home, ada.signedIn)
    const newer = await startOnNewVersion(adas, old)
    await confirmPolicies(adas, newer, formatDate(old.asOf))
    await answerWhatIsNew(adas, newer)
    // Of 63 that stood, nine were confirmed one by one.
    await confirmTheRest(adas, newer, 54)
    await adas.getByText('Every item that applies is answered.').waitFor()
    await submit(adas, agencyName)
    await untilHeading(adas, `${agencyName} has submitted`)

    const sent = await startRecording()
    const { page: pias } = await site.visit(newer, { ...pia.signedIn, ...sent.options })
    await answerAsPartner(pias, newer, formatMonth(old.asOf))
    await readAllPages(pias, newer)
    // Of 50 that stood; one was changed.
    await confirmTheRest(pias, newer, 49)
    expectOwnAnswersOnly(sent, ada)
    await submit(pias, partnerName)
    await untilPath(pias, `${newer}/differences`)
    await untilAwake(pias)

    await reconcile(adas, pias, newer)
    await sign(adas, pias, newer, partnerName)
    await adas.getByText(`${agencyName} and its partner ${partnerName} rated it independently`).waitFor()
    const days = rows(site.app, 'select as_of as day from assessments order by as_of') as { day: string }[]
    await expectHonestProgress(
      adas,
      home,
      days.map(({ day }) => formatMonth(day)),
    )
    await expectComparison(adas)
    await expectPrintable(adas)
    await expectPrints(adas, { older, newer })
    await open(adas, `${home}/log`)
    await adas.getByText('Ada Winters confirmed all answers that were carried to').waitFor()
  },
)
