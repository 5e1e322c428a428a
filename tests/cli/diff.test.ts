import { describe, expect, it } from 'vitest'
import { domain, levelItem, questionnaireJson } from '#tests/support/questionnaires.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const builtIn = 'pmhc-self-assessment'
const kept = levelItem('leadership.kept')
const old = files.write(
  'old.json',
  questionnaireJson({
    domains: [domain('leadership', [kept, levelItem('leadership.words'), levelItem('leadership.gone')])],
  }),
)
const renewed = files.write(
  'new.json',
  questionnaireJson({
    version: '1.1.0',
    domains: [
      domain('leadership', [
        kept,
        levelItem('leadership.words', { question: 'How far along is it, in plainer words?' }),
        levelItem('leadership.added'),
      ]),
    ],
    revises: {
      version: '1.0.0',
      same: ['leadership.kept'],
      changes: [
        { change: 'reworded', item: 'leadership.words', why: 'It was hard to read.' },
        { change: 'retired', item: 'leadership.gone', why: 'Nobody could know it.' },
        { change: 'added', item: 'leadership.added', why: 'It was missing.' },
      ],
    },
  }),
)

describe('pmhc diff', () => {
  it('says in words what became of each item', async () => {
    const { status, stdout } = await pmhc(['diff', old, renewed])
    expect(status).toBe(0)
    expect(stdout).toContain('sample 1.0.0 → 1.1.0: 1 same, 1 reworded, 1 retired, 1 added')
    expect(stdout).toContain(
      'reworded: leadership.words (answers stay comparable)\n  why: It was hard to read.',
    )
    expect(stdout).toContain(
      'question: How far along is leadership.words? → How far along is it, in plainer words?',
    )
    expect(stdout).toMatch(/^retired: leadership\.gone/m)
    expect(stdout).toMatch(/^added: leadership\.added/m)
    expect(stdout).not.toContain('leadership.kept')
  })

  it('shows of a long text only the paragraphs that differ, one under the other', async () => {
    const { status, stdout } = await pmhc(['diff', `${builtIn}@1.0.0`, `${builtIn}@1.1.0`])
    expect(status).toBe(0)
    expect(stdout).toContain(`${builtIn} 1.0.0 → 1.1.0: 51 same, 1 changed, 1 split, 1 merged, 2 added`)
    expect(stdout).toMatch(/^ {2}about:\n {4}- \*\*Words.+\n {4}\+ \*\*What is new in 1\.1\.0/m)
    expect(stdout).toMatch(/^ {2}sources\.lead-principles:\n {4}\+ LEAD toolkit: design principles · LEAD/m)
    expect(stdout).not.toContain('How it is built')
  })

  it('says the same as JSON', async () => {
    const { status, stdout } = await pmhc(['diff', old, renewed, '--json'])
    expect(status).toBe(0)
    const { items, ...rest } = JSON.parse(stdout) as { items: { change: string }[] }
    expect(rest).toMatchObject({ slug: 'sample', from: '1.0.0', to: '1.1.0', declared: true })
    expect(items.map(({ change }) => change)).toEqual(['same', 'reworded', 'retired', 'added'])
  })

  it('tells of two files that declare nothing what it can see', async () => {
    const { status, stdout } = await pmhc(['diff', renewed, old])
    expect(status).toBe(0)
    expect(stdout).toContain('inferred')
  })

  it('answers 1 and names the faults where a file is no questionnaire', async () => {
    const broken = files.write('broken.json', '[]')
    const { status, stdout, stderr } = await pmhc(['diff', old, broken])
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('broken.json')
  })
})
