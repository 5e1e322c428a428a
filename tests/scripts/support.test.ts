import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/support/browser.js'
import { closingLine, countOf } from '../../scripts/support/count.js'
import { isInstalled } from '../../scripts/support/install.js'

const folder = mkdtempSync(join(tmpdir(), 'pmhc-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(name: string, fields: object): string {
  const file = join(folder, name)
  const whole = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...fields,
  }
  writeFileSync(file, JSON.stringify(whole))
  return file
}

describe('countOf', () => {
  it('counts tests', () => {
    const file = report('fine.json', { numPassedTests: 7, numPendingTests: 1, numTodoTests: 1 })
    expect(countOf(file, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 })
  })

  it('counts a file that could not be loaded as one failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(countOf(report('broken.json', { testResults }), 1).failed).toBe(1)
  })

  it('counts a run that failed though its tests passed, and one that left no report', () => {
    expect(countOf(report('noise.json', { numPassedTests: 3 }), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 0,
    })
    expect(countOf(join(folder, 'none.json'), 0).failed).toBe(1)
  })
})

describe('closingLine', () => {
  it('adds up, and speaks of skipped ones only where there are any', () => {
    const one = { passed: 2, failed: 0, skipped: 0 }
    expect(closingLine([one, { passed: 3, failed: 1, skipped: 0 }])).toBe('5 passed, 1 failed')
    expect(closingLine([one, { passed: 0, failed: 0, skipped: 4 }])).toBe('2 passed, 0 failed, 4 skipped')
  })
})

describe('isInstalled', () => {
  const wanted = {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  }

  it('holds when every package has its locked version; an optional one may be missing', () => {
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true)
  })

  it('does not hold when one is missing or another version', () => {
    expect(isInstalled(wanted, {})).toBe(false)
    expect(isInstalled(wanted, { 'node_modules/a': { version: '1.0.1' } })).toBe(false)
    const other = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }
    expect(isInstalled(wanted, other)).toBe(false)
  })
})

describe('findBrowser', () => {
  it('takes the one that CHROMIUM names, or none if that does not start', async () => {
    expect(await findBrowser({ CHROMIUM: process.execPath })).toBe(process.execPath)
    expect(await findBrowser({ CHROMIUM: join(folder, 'none') })).toBeNull()
  })
})
