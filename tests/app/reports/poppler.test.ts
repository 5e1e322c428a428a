import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agencyPdf, assessmentPdf, programPdf } from '#app/reports/make-report.server.ts'
import { answered, asked, roundAlone, roundOfBoth } from './reported.ts'
import { figures } from './program-figures.ts'

const names = ['assessment', 'agency', 'program'] as const
const installed = !spawnSync('pdfinfo', ['-v']).error

if (installed) withPoppler()
else {
  test('poppler isn’t installed here, so pdfjs alone has read the reports: "apt-get install poppler-utils" adds it', () => {
    expect(installed).toBe(false)
  })
}

function withPoppler(): void {
  const folder = mkdtempSync(join(tmpdir(), 'reports-'))
  const file = (name: string) => join(folder, `${name}.pdf`)
  const poppler = (tool: string, ...given: string[]) => execFileSync(tool, given, { encoding: 'utf8' })

  beforeAll(async () => {
    const before = roundAlone(answered, { asOf: '2025-03-01' })
    writeFileSync(file('assessment'), await assessmentPdf({ ...asked, round: roundOfBoth(), before }))
    writeFileSync(file('agency'), await agencyPdf({ ...asked, rounds: [before, roundOfBoth()] }))
    writeFileSync(file('program'), await programPdf({ edition: 'full', madeOn: '2026-11-23', figures }))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(names)('poppler finds the %s report tagged, titled and without a complaint', (name) => {
    const { stdout, stderr } = spawnSync('pdfinfo', [file(name)], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^Tagged: +yes$/m)
    expect(stdout).toMatch(/^Title: +Prog/m)
    expect(stdout).toMatch(/^CreationDate: .* 2026/m)
  })

  test.each(names)(
    'poppler hears headings in order and head cells with their scope in the %s report',
    (name) => {
      const told = poppler('pdfinfo', '-struct-text', file(name))
      const levels = [...told.matchAll(/^ +H(\d)/gm)].map(([, level]) => Number(level))
      expect(levels[0]).toBe(1)
      expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true)
      expect(told).toMatch(/TH:?\s+\/Scope \/Column\s+"Domain/)
      expect(told).toMatch(/TH:?\s+\/Scope \/Row/)
      expect(told).toMatch(/Figure/)
    },
  )

  test.each(names)('pdftotext reads the %s report in the order in which it is printed', (name) => {
    const text = poppler('pdftotext', '-layout', file(name), '-')
    expect(text.indexOf('has not been validated')).toBeGreaterThan(text.indexOf('Next steps'))
    expect(text).toMatch(/Page 1 of \d+/)
  })

  test('every font is embedded as a subset, with a way back to the characters', () => {
    const rows = poppler('pdffonts', file('assessment')).trim().split('\n').slice(2)
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+PublicSans-(Regular|Bold) .* yes yes yes /)
  })
}
