import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newAgency } from './support/agency.ts'
import { expectGoodPage, settled } from './support/good-page.ts'
import { untilPath } from './support/pages.ts'
import { agencyName, partnerName } from './support/partner.ts'
import { fetchAs, form, newPerson, type Person } from './support/people.ts'
import { newProgram } from './support/program.ts'
import { siteForTests } from './support/site.ts'
import { telltale, yearOldRound } from './support/year-old-round.ts'

const site = siteForTests()

async function look(page: Page) {
  await settled(page)
  await expectGoodPage(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

const questionnaire = readFileSync(
  new URL('../../assessments/questionnaires/pmhc-self-assessment/1.0.0.json', import.meta.url),
  'utf8',
)
/** What every answer of a level is shown with. */
const anchors = [...questionnaire.matchAll(/"[1-5]": "((?:[^"\\]|\\.)*)"/g)].flatMap(
  ([, anchor]) => anchor ?? [],
)

/** Every page of a program, as bytes: as a browser gets them first, and as its script fetches them later. */
async function bytesOf(person: Person, programId: string, agencyId: string): Promise<string> {
  const home = `/organizations/${programId}`
  const lists = ['active', 'invited', 'past'].map((list) => `${home}/enrollments?list=${list}`)
  const paths = [home, ...lists, `${home}/portfolio`, `${home}/agencies/${agencyId}`]
  const answers = paths.flatMap((path) => [path, path.replace(/(\?|$)/, '.data$1')])
  const texts = await Promise.all(answers.map(async (path) => (await fetchAs(site.app, person, path)).text()))
  return texts.join('\n').replaceAll('<!-- -->', '')
}

const notes = [telltale.agency, 'Halfway, and we know what is missing.']
const never = [telltale.partner, partnerName, 'ada.winters@example.org', 'pia.winters@example.org']
const holds = (bytes: string, texts: readonly string[]) => texts.filter((text) => bytes.includes(text))

describe('an agency that a program invites by mail', () => {
  it(
    'shares scores and nothing else, then more, then less, then nothing: it is gone from every page',
    { timeout: 240_000 },
    async () => {
      const { app } = site
      const [ada, pia, casey] = await Promise.all(
        ['Ada Winters', 'Pia Winters', 'Casey Stone'].map((name) => newPerson(app, name)),
      )
      if (!ada || !pia || !casey) throw new Error('three signed up')
      const { agencyId } = await yearOldRound(app, ada, pia)
      const programId = await newProgram(app, casey, 'Winter State Office')
      const sees = () => bytesOf(casey, programId, agencyId)

      const { page: program, problems } = await site.visit(`/organizations/${programId}`, casey.signedIn)
      await look(program)
      await program.getByRole('link', { name: 'Invite agencies' }).click()
      await look(program)
      await program.getByLabel('Email address of somebody there').fill(ada.email)
      await program.keyboard.press('Enter')
      const link = program.locator('.hand-over__link')
      await link.waitFor()
      await look(program)
      const { pathname } = new URL(await link.innerText())
      const seen = () => fetchAs(app, casey, `/organizations/${programId}/agencies/${agencyId}`)
      expect((await seen()).status).toBe(404)

      const { page: stranger } = await site.visit(pathname)
      await stranger.getByRole('heading', { name: 'Winter State Office invites your agency' }).waitFor()
      await look(stranger)
      const { page: agency } = await site.visit(pathname, ada.signedIn)
      await look(agency)
      await agency.getByRole('radio', { name: /^Scores/ }).focus()
      await agency.keyboard.press('Space')
      await agency.getByRole('button', { name: 'Accept and share this' }).click()
      await agency.getByText('You are enrolled.').waitFor()
      await look(agency)

      const withScores = await sees()
      expect(withScores).toMatch(/\d+ \(\d+ of \d+ applicable items\)/)
      expect(holds(withScores, [...notes, ...never, ...anchors])).toEqual([])
      await program.goto(`/organizations/${programId}/enrollments`)
      await program.getByRole('link', { name: agencyName }).click()
      await program.getByRole('heading', { name: /^Result as of/ }).waitFor()
      await look(program)

      await agency.getByRole('link', { name: /^See exactly what/ }).click()
      await agency.getByRole('heading', { name: 'What Winter State Office sees' }).waitFor()
      await look(agency)
      const own = await agency.locator('#round ~ table').innerText()
      expect(own).toBe(await program.locator('#round ~ table').innerText())

      const enrollments = `/organizations/${agencyId}/sharing`
      const share = async (step: string, more: Record<string, string> = {}) => {
        const shown = await (await fetchAs(app, ada, enrollments)).text()
        const enrollmentId = /name="enrollmentId" value="([\w-]+)"/.exec(shown)?.[1] ?? ''
        await fetchAs(app, ada, enrollments, form({ intent: 'change', enrollmentId, step, ...more }))
      }
      await share('answers', { notes: 'on' })
      const withNotes = await sees()
      expect(holds(withNotes, notes)).toEqual(notes)
      expect(holds(withNotes, anchors).length).toBeGreaterThan(10)
      expect(holds(withNotes, never)).toEqual([])
      await share('answers')
      expect(holds(await sees(), [...notes, ...never])).toEqual([])
      await share('profile')
      const withProfile = await sees()
      expect(holds(withProfile, [...notes, ...never, ...anchors])).toEqual([])
      expect(withProfile).not.toMatch(/\d+ \(\d+ of \d+ applicable items\)/)
      expect(withProfile).toContain(agencyName)

      await agency.goto(enrollments)
      await agency.getByText('End the enrollment').first().click()
      await agency.getByRole('button', { name: 'End the enrollment with Winter State Office' }).click()
      await agency.getByText('The enrollment has ended.').waitFor()
      expect((await seen()).status).toBe(404)
      const ended = await sees()
      expect(holds(ended, [...notes, ...never, ...anchors])).toEqual([])
      expect(ended).not.toMatch(/\d+ \(\d+ of \d+ applicable items\)/)
      problems.expect(/Failed to load resource/)
      await program.reload()
      await program.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
    },
  )
})

describe('a list of agencies', () => {
  it.each([true, false])(
    'is checked, sent, and shown among the invitations (with JavaScript: %s)',
    { timeout: 180_000 },
    async (javaScriptEnabled) => {
      const { app } = site
      const which = javaScriptEnabled ? 'Lake' : 'River'
      const [ada, casey] = await Promise.all(
        [`Ada ${which}`, `Casey ${which}`].map((name) => newPerson(app, name)),
      )
      if (!ada || !casey) throw new Error('two signed up')
      await newAgency(app, ada, `${which} Police Department`)
      const programId = await newProgram(app, casey, `${which} State Office`)
      const path = `/organizations/${programId}/enrollments/list`
      const { page, problems } = await site.visit(path, { ...casey.signedIn, javaScriptEnabled })
      problems.expect(/Failed to load resource/)
      const lookIf = () => (javaScriptEnabled ? look(page) : undefined)
      await page.getByLabel('The list').fill('Adams PD,chief@adams.example')
      await page.getByRole('button', { name: 'Check the list' }).click()
      await page.getByText('The first row must name the columns').waitFor()
      await lookIf()
      const list = `name,email,phone\n${which},${ada.email},1\nAdams PD,chief@adams.example,2\nBrown PD,nobody,3\n`
      await page.getByLabel(/^Or a file/).setInputFiles({
        ...{ name: 'agencies.csv', mimeType: 'text/csv', buffer: Buffer.from(list) },
      })
      await page.getByRole('button', { name: 'Check the list' }).click()
      await page.getByRole('heading', { level: 1, name: 'Check the list' }).waitFor()
      await page.getByText('Row 4, email:').waitFor()
      await page.getByText('found by its coordinator’s address').waitFor()
      await lookIf()
      await page.getByRole('button', { name: 'Invite 2 agencies' }).click()
      await page.getByRole('heading', { level: 1, name: 'The list is sent' }).waitFor()
      expect(await page.locator('.hand-over__link').count()).toBe(1)
      await lookIf()
      await page.getByRole('link', { name: 'See all invitations' }).click()
      await untilPath(page, `/organizations/${programId}/enrollments`)
      await page
        .getByRole('button', { name: `Withdraw the invitation to ${which} Police Department` })
        .click()
      await page.getByText('The invitation is withdrawn.').waitFor()
      expect(await page.getByRole('button', { name: /^Withdraw the invitation/ }).count()).toBe(1)
    },
  )
})
