import { describe, expect, it } from 'vitest'
import { domain, levelItem, questionnaireJson } from '#tests/support/questionnaires.ts'
import { folderForTests, pmhc } from './support/pmhc.ts'

const files = folderForTests()
const kept = levelItem('leadership.kept')
const old = files.write(
  'old.json',
  questionnaireJson({
    domains: [domain('leadership', [kept, levelItem('leadership.words'), levelItem('leadership.gone')])],
  }),
)
const newer = questionnaireJson({
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
})
const renewed = files.write('new.json', newer)

describe('pmhc diff', () => {
  it('says in words what became of each item', async () => {
    const { status, stdout } = await pmhc(['diff', old, renewed])
    expect(status).toBe(0)
    expect(stdout).toContain(
      'A sample, 1.0.0 → 1.1.0: 1 item reworded, 1 item new, 1 item retired, 1 item as before.',
    )
    expect(stdout).toContain(
      [
        'Title of leadership',
        '',
        'Reworded: How far along is it, in plainer words? (leadership.words)',
        '  Asks the same in other words. Answers stay comparable.',
        '  Why: It was hard to read.',
        '  Question',
        '    before: How far along is leadership.words?',
        '    now:    How far along is it, in plainer words?',
        '',
        'New: How far along is leadership.added? (leadership.added)',
        '  Asked for the first time.',
        '  Why: It was missing.',
        '',
        'Retired: How far along is leadership.gone? (leadership.gone)',
        '  No longer asked. What was answered stays where it was answered.',
        '  Why: Nobody could know it.',
        '',
        '1 item is as before.',
      ].join('\n'),
    )
    expect(stdout).not.toContain('leadership.kept')
  })

  it('tells what an item that was split asked, and what each part asks', async () => {
    const folder = files.folder('split')
    const whole = domain('leadership', [levelItem('leadership.whole', { question: 'Both at once?' })])
    const parts = ['One?', 'The other?'].map((question, at) =>
      levelItem(`leadership.part-${at}`, { question }),
    )
    const to = ['leadership.part-0', 'leadership.part-1']
    const changes = [{ change: 'split', from: 'leadership.whole', to, why: 'It asked two things.' }]
    const before = folder.write('1.0.0.json', questionnaireJson({ domains: [whole] }))
    folder.write(
      '1.1.0.json',
      questionnaireJson({
        ...{ version: '1.1.0', domains: [domain('leadership', parts)] },
        revises: { version: '1.0.0', same: [], changes },
      }),
    )
    const after = folder.write(
      '1.2.0.json',
      questionnaireJson({
        ...{ version: '1.2.0', domains: [domain('leadership', parts)] },
        revises: { version: '1.1.0', same: to, changes: [] },
      }),
    )
    const { stdout } = await pmhc(['diff', before, after])
    expect(stdout).toContain(
      [
        'Split: One? (leadership.part-0)',
        '  One item became 2. Answers can’t be compared: what was answered before is shown beside it, and asked anew.',
        '  Why: It asked two things.',
        '  Before: Both at once? (leadership.whole)',
        '  Now: One? (leadership.part-0)',
        '  Now: The other? (leadership.part-1)',
      ].join('\n'),
    )
  })

  it('shows of a long text only the paragraphs that differ, one under the other', async () => {
    const builtIn = 'pmhc-self-assessment'
    const { status, stdout } = await pmhc(['diff', `${builtIn}@1.0.0`, `${builtIn}@1.1.0`])
    expect(status).toBe(0)
    expect(stdout).toMatch(
      /^ {2}About the questionnaire\n {4}before: .+\n {4}now: {4}\*\*What is new in 1\.1\.0/m,
    )
    expect(stdout).toMatch(
      /^ {2}Source\n {4}before: None\n {4}now: {4}LEAD toolkit: design principles · LEAD/m,
    )
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
    const silent = files.write('silent.json', { ...newer, revises: undefined })
    const { status, stdout } = await pmhc(['diff', old, silent])
    expect(status).toBe(0)
    expect(stdout).toContain('Neither version says anything about the other')
  })

  it('answers 1 and names the faults where a file is no questionnaire', async () => {
    const broken = files.write('broken.json', '[]')
    const { status, stdout, stderr } = await pmhc(['diff', old, broken])
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain('broken.json')
  })
})
