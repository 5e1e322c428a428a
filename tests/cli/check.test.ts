import { describe, expect, it } from 'vitest'
import { domain, levelItem, questionnaireJson } from '#tests/support/questionnaires.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const builtIn = 'assessments/questionnaires/pmhc-self-assessment/1.0.0.json'

function faultsIn(stdout: string) {
  const checked = JSON.parse(stdout) as {
    file: string
    valid: boolean
    faults: { path: string; reason: string }[]
  }[]
  return checked.flatMap(({ faults }) => faults.map(({ path }) => path))
}

describe('pmhc check', () => {
  it('finds nothing wrong with the questionnaire that comes with the program', async () => {
    const { status, stdout, stderr } = await pmhc(['check', builtIn])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual([
      { file: builtIn, valid: true, questionnaire: 'pmhc-self-assessment@1.0.0', faults: [] },
    ])
    expect(stderr).toContain('is valid')
  })

  it('tells every fault of every file at once, with file, path and reason', async () => {
    const broken = files.write('broken.json', '{"slug": "sample",,}')
    const wrong = files.write(
      'wrong.json',
      questionnaireJson({
        titel: 'misspelled',
        domains: [
          domain('leadership', [
            levelItem('leadership.one', { weight: 0 }),
            levelItem('leadership.one'),
            levelItem('leadership.two', { anchors: { 1: 'a', 2: 'b' } }),
          ]),
        ],
      }),
    )
    const { status, stdout, stderr } = await pmhc(['check', broken, wrong, builtIn])
    expect(status).toBe(1)
    expect(faultsIn(stdout)).toEqual(
      expect.arrayContaining(['', 'titel', 'domains[0].items[0].weight', 'domains[0].items[1].id']),
    )
    expect(stderr).toMatch(/broken\.json: is not JSON: .* at line 1, column \d+/)
    expect(stderr).toMatch(/wrong\.json: domains\[0\]\.items\[2\]\.anchors/)
    expect(stderr).toContain(`${builtIn}: pmhc-self-assessment@1.0.0 is valid`)
  })

  it('checks what a version declares against the one that it revises', async () => {
    const one = levelItem('leadership.one')
    const two = levelItem('leadership.two')
    files.write('1.0.0.json', questionnaireJson({ domains: [domain('leadership', [one, two])] }))
    const newer = (same: string[]) =>
      questionnaireJson({
        version: '1.1.0',
        domains: [domain('leadership', [one, two])],
        revises: { version: '1.0.0', same, changes: [] },
      })
    const whole = files.write('1.1.0.json', newer(['leadership.one', 'leadership.two']))
    expect(await pmhc(['check', whole])).toMatchObject({ status: 0 })
    const partial = files.write('1.1.0.json', newer(['leadership.one']))
    const { status, stderr } = await pmhc(['check', partial])
    expect(status).toBe(1)
    expect(stderr).toContain('leadership.two')
  })

  it('says where the revised version is missing', async () => {
    const revises = { version: '0.9.0', same: [], changes: [] }
    const orphan = files.write('orphan.json', questionnaireJson({ slug: 'orphan', revises }))
    const { status, stderr } = await pmhc(['check', orphan])
    expect(status).toBe(1)
    expect(stderr).toContain('revises.version: orphan@0.9.0 is nowhere to be found')
  })

  describe('of a version among others in its folder', () => {
    const one = levelItem('leadership.one')
    const domains = [domain('leadership', [one])]
    const same = ['leadership.one']
    const versionOf = (version: string, fields: Record<string, unknown> = {}) =>
      questionnaireJson({ slug: 'chain', version, domains, ...fields })
    const revising = (version: string, older: string) =>
      versionOf(version, { revises: { version: older, same, changes: [] } })

    it('finds the revised one by what it holds, whatever its file is called', async () => {
      const folder = files.folder('named')
      folder.write('first.json', versionOf('1.0.0'))
      const newer = folder.write('second.json', revising('1.1.0', '1.0.0'))
      expect(await pmhc(['check', newer])).toMatchObject({ status: 0 })
      const silent = folder.write('second.json', {
        ...revising('1.1.0', '1.0.0'),
        revises: { version: '1.0.0', same: [], changes: [] },
      })
      const { status, stderr } = await pmhc(['check', silent])
      expect(status).toBe(1)
      expect(stderr).toContain('second.json: revises: leaves "leadership.one" of 1.0.0 unaccounted for')
    })

    it('refuses one that says nothing about the earlier ones, unless it is a draft', async () => {
      const folder = files.folder('silent')
      folder.write('1.0.0.json', versionOf('1.0.0'))
      const later = folder.write('1.1.0.json', versionOf('1.1.0'))
      const { status, stderr } = await pmhc(['check', later])
      expect(status).toBe(1)
      expect(stderr).toContain(
        '1.1.0.json: revises: is missing: say what became of the items of an earlier version, such as 1.0.0',
      )
      const draft = folder.write('1.1.0.json', versionOf('1.1.0', { draft: true }))
      expect(await pmhc(['check', draft])).toMatchObject({ status: 0 })
    })

    it('refuses versions that revise each other in a circle, and one that revises itself', async () => {
      const folder = files.folder('circle')
      const first = folder.write('1.0.0.json', revising('1.0.0', '1.2.0'))
      const second = folder.write('1.1.0.json', revising('1.1.0', '1.0.0'))
      folder.write('1.2.0.json', revising('1.2.0', '1.1.0'))
      const { status, stderr } = await pmhc(['check', first, second])
      expect(status).toBe(1)
      expect(stderr).toContain(`${first}: version: must be higher than 1.2.0, which it revises`)
      expect(stderr).toContain(
        `${first}: revises.version: goes round in a circle: 1.0.0 → 1.2.0 → 1.1.0 → 1.0.0`,
      )
      expect(stderr).toContain(
        `${second}: revises.version: goes round in a circle: 1.1.0 → 1.0.0 → 1.2.0 → 1.1.0`,
      )
      const itself = files.folder('itself').write('1.0.0.json', revising('1.0.0', '1.0.0'))
      const own = await pmhc(['check', itself])
      expect(own.status).toBe(1)
      expect(own.stderr).toContain('revises.version: goes round in a circle: 1.0.0 → 1.0.0')
    })

    it('says so where the revised one is no valid questionnaire', async () => {
      const folder = files.folder('faulty')
      folder.write('1.0.0.json', versionOf('1.0.0', { title: '' }))
      const newer = folder.write('1.1.0.json', revising('1.1.0', '1.0.0'))
      const { status, stderr } = await pmhc(['check', newer])
      expect(status).toBe(1)
      expect(stderr).toContain('revises.version: chain@1.0.0 is not a valid questionnaire itself')
    })
  })
})
