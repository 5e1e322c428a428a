import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathTo } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { questionnaireJson } from '#tests/support/questionnaires.ts'
import { builtIn, newAgency, start } from './support/agency.ts'
import { choose, untilChosen, untilState } from './support/domain-page.ts'
import { fetchAs, newPerson, type Person } from './support/people.ts'
import { siteForTests } from './support/site.ts'

const folder = mkdtempSync(pathTo(tmpdir(), 'pmhc-questionnaires-'))
const fileOf = (version: string) => pathTo(folder, 'sample', `${version}.json`)
const file = fileOf('1.0.0')

function write(fields: Record<string, unknown> = {}, version = '1.0.0') {
  mkdirSync(pathTo(folder, 'sample'), { recursive: true })
  writeFileSync(fileOf(version), JSON.stringify(questionnaireJson({ title: 'A small sample', ...fields })))
}

write()
const site = siteForTests({ QUESTIONNAIRES_DIR: folder })
afterAll(() => rmSync(folder, { recursive: true }))

/** What one test leaves for the next. */
let ada: Person
let agency = ''
let assessment = ''

describe('the file of a questionnaire that is in use', () => {
  it('is offered, answered and kept', async () => {
    ada = await newPerson(site.app, 'Ada Winters')
    agency = await newAgency(site.app, ada, 'Winterfield Police Department')
    assessment = await start(site.app, ada, agency, { questionnaire: 'sample@1.0.0' })
    const { page } = await site.visit(`/assessments/${assessment}/domains/leadership`, ada.signedIn)
    await choose(page, 'leadership.workgroup', 4)
    await untilState(page, 'leadership.workgroup', /^Saved by you/)
  })

  it('if it was edited, keeps the program from starting, which names the file and what to do', async () => {
    expect(await site.app.stop()).toBe(0)
    write({ title: 'A small sample, edited' })
    const reason =
      'differs from the sample@1.0.0 that assessments already use; restore it, and publish the change as a new version'
    await expect(site.app.start()).rejects.toThrow(new RegExp(`${file}.*${reason}`))
    expect(site.app.output()).not.toMatch(/\n\s+at .*\.[jt]s:\d+/)
  })

  it('if it was edited so that it is no questionnaire, is told with all its faults at once', async () => {
    write({ tittle: 'A typing mistake', bands: 3 })
    await expect(site.app.start()).rejects.toThrow(/1\.0\.0\.json[^]*tittle[^]*bands|bands[^]*tittle/)
  })

  it('if it is gone, is warned about; the assessment opens as before, and nothing new is offered', async () => {
    rmSync(file)
    await site.app.start()
    expect(site.app.output()).toContain(
      'sample@1.0.0 is in use, but its file is gone: it is served from the database and offered for nothing new.',
    )
    const { page } = await site.visit(`/assessments/${assessment}/domains/leadership`, ada.signedIn)
    await untilChosen(page, 'leadership.workgroup', 4)
    await choose(page, 'leadership.coordinator', 3)
    await untilState(page, 'leadership.coordinator', /^Saved by you/)
    const offer = await fetchAs(site.app, ada, `/organizations/${agency}/assessments/new`)
    expect(offer.status).toBe(200)
    const text = await offer.text()
    expect(text).toContain(builtIn)
    expect(text).not.toContain('sample@1.0.0')
  })
})

describe('a version that is added', () => {
  const same = ['leadership.workgroup', 'leadership.coordinator']
  const later = { version: '1.1.0', revises: { version: '1.0.0', same, changes: [] } }
  /** What the agency could start; one that it has in progress is shown there too. */
  const offered = async () => {
    const page = await fetchAs(site.app, ada, `/organizations/${agency}/assessments/new`)
    return page.text()
  }
  const title = 'A small sample'

  it('is there after a restart and nothing else, beside the one that the database alone still has', async () => {
    write(later, '1.1.0')
    expect(await offered()).not.toContain(title)
    await site.app.stop()
    await site.app.start()
    expect(await offered()).toContain(title)
    const { page } = await site.visit('/questionnaires/sample/1.1.0/changes')
    await page.getByRole('heading', { name: 'What changed from 1.0.0 to 1.1.0' }).waitFor()
    await page.getByText('2 items are as before').waitFor()
    const { page: old } = await site.visit(`/assessments/${assessment}/domains/leadership`, ada.signedIn)
    await untilChosen(old, 'leadership.workgroup', 4)
  })

  it('keeps the program from starting where it says something untrue about the one that it revises', async () => {
    expect(await site.app.stop()).toBe(0)
    write({ ...later, revises: { version: '1.0.0', same: same.slice(1), changes: [] } }, '1.1.0')
    await expect(site.app.start()).rejects.toThrow(
      /1\.1\.0\.json.*leaves "leadership\.workgroup" of 1\.0\.0 unaccounted for/,
    )
    write({ ...later, revises: { version: '1.1.0', same, changes: [] } }, '1.1.0')
    await expect(site.app.start()).rejects.toThrow(
      /1\.1\.0\.json.*must be higher than 1\.1\.0, which it revises/,
    )
  })

  it('may come back with its file as it was, and is offered again', async () => {
    write()
    write(later, '1.1.0')
    const printed = site.app.output().length
    await site.app.start()
    expect(site.app.output().slice(printed)).not.toContain('its file is gone')
    expect(await offered()).toContain(title)
  })
})
