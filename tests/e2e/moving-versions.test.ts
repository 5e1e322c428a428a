import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { expectAccessible } from './support/accessibility.ts'
import { demonstrationForTests } from './support/demonstration.ts'
import { choose, chosen, question, untilChosen, untilSaved } from './support/domain-page.ts'
import { open, untilPath } from './support/pages.ts'

const demonstration = demonstrationForTests()

/** Larkmoor's assessment under way, which was begun under 1.0.0. */
const openAssessment = () =>
  demonstration.find(
    `select a.id from assessments a join organizations o on o.id = a.agency_id
     where o.name = ? and a.stage = 'answering'`,
    'Larkmoor Police Department',
  )

const visitAs = async (name: string, path: string) =>
  (await demonstration.site.visit(path, await demonstration.signedIn(name))).page

/** By keyboard: the focus goes to a button or link, and Enter presses it. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp) {
  await page.getByRole(role, { name }).focus()
  await page.keyboard.press('Enter')
}

it(
  'an agency moves an assessment to a newer version and back, and loses no word',
  { timeout: 240_000 },
  async () => {
    const path = `/assessments/${openAssessment()}`
    const coordinator = await visitAs('Avery Lindqvist', path)
    const colleague = await visitAs('Sam Okonjo', `${path}/domains/policies`)
    await untilChosen(colleague, 'policies.call-taking', 4)
    const before = await chosen(colleague, 'policies.dispatch')
    expect(before).not.toBeNull()

    // What it would do, before anything is done.
    await press(coordinator, 'link', 'See what version 1.1.0 would change')
    await untilPath(coordinator, `${path}/move`)
    await coordinator.getByText('36 answers stand as they are.').waitFor()
    await expectAccessible(coordinator)
    await press(coordinator, 'button', 'Move to version 1.1.0')
    await untilPath(coordinator, path)
    await coordinator.getByText('Avery Lindqvist moved this assessment from version 1.0.0').waitFor()
    await expectAccessible(coordinator)

    // A page that was open meanwhile hears of it, and goes on under the new version.
    await colleague.getByText('This assessment was moved to version 1.1.0').waitFor()
    await press(colleague, 'button', 'Load the page again')
    await question(colleague, 'policies.crisis-line-handoff').waitFor()
    await untilChosen(colleague, 'policies.call-taking', 4)
    const changed = question(colleague, 'policies.dispatch')
    await changed.getByText('What was answered before').waitFor()
    await changed.getByText('How does a dispatcher know whom to send to a behavioral health call?').waitFor()

    // And one step back: what was answered is the answer again.
    await press(coordinator, 'button', 'Move back to version 1.0.0')
    await coordinator.getByText('and back to version 1.0.0').waitFor()
    await open(colleague, `${path}/domains/policies`)
    expect(await question(colleague, 'policies.crisis-line-handoff').count()).toBe(0)
    await untilChosen(colleague, 'policies.dispatch', before ?? '')

    // Forward again; once something is answered there, there is no way back.
    await open(coordinator, `${path}/move`)
    await press(coordinator, 'button', 'Move to version 1.1.0')
    await untilPath(coordinator, path)
    await open(colleague, `${path}/domains/policies`)
    await choose(colleague, 'policies.dispatch', 3)
    await untilSaved(colleague)
    await open(coordinator, path)
    await coordinator.getByRole('heading', { name: 'Version of the questionnaire' }).waitFor()
    expect(await coordinator.getByRole('button', { name: /Move back/ }).count()).toBe(0)
  },
)
