import { describe, expect, it } from 'vitest'
import { pmhc } from './support/pmhc.ts'

describe('pmhc', () => {
  it('shows what there is when it is called without a command, and says so by its status', async () => {
    const { status, stdout, stderr } = await pmhc([])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('COMMAND is missing')
    for (const name of ['check', 'diff', 'score', 'verify', 'backup', 'restore', 'admin']) {
      expect(stderr).toMatch(new RegExp(`^ {2}${name}`, 'm'))
    }
  })

  it('shows the same when asked for help', async () => {
    const { status, stderr } = await pmhc(['--help'])
    expect(status).toBe(0)
    expect(stderr).toContain('Usage: npm run -s pmhc -- COMMAND')
  })

  it.each([
    ['an unknown command', ['frobnicate'], 'There is no command "frobnicate"'],
    ['a name that every object has', ['constructor'], 'There is no command "constructor"'],
    ['a missing parameter', ['diff', 'one.json'], 'NEW is missing'],
    ['one parameter too many', ['verify', 'now'], 'What is "now" for?'],
    ['an unknown switch', ['diff', 'a', 'b', '--yaml'], "Unknown option '--yaml'"],
    ['a file that is not there', ['check', '/nowhere/q.json'], 'There is no file /nowhere/q.json'],
    ['a folder', ['check', '/'], '/ is a folder'],
    [
      'a version that is not there',
      ['score', 'pmhc-self-assessment@9.9.9', 'r.json'],
      'pmhc-self-assessment@9.9.9',
    ],
    [
      'a way out of the folder',
      ['score', '../../package@1.0.0', 'r.json'],
      'There is no file and no questionnaire',
    ],
    ['no email address', ['admin', 'add', 'nobody'], 'nobody is no email address'],
    ['an unknown verb', ['admin', 'crown', 'a@b.example'], 'What is "crown" for?'],
    ['a backup without a file', ['backup'], 'FILE is missing'],
    ['a restoring without a file', ['restore'], 'FILE is missing'],
    ['no verb of FHIR', ['fhir'], 'questionnaire, read or losses is missing'],
    ['an unknown verb of FHIR', ['fhir', 'burn'], 'What is "burn" for?'],
    ['no verb', ['admin'], 'add, remove, invite or list is missing'],
  ])('answers 2 to %s, and says what is wrong', async (_, parameters, sentence) => {
    const { status, stdout, stderr } = await pmhc(parameters)
    expect(stderr).toContain(sentence)
    expect(stderr).not.toMatch(/ {4}at /)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })
})
