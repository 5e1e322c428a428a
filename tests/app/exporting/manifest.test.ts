import { createHash } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkManifest } from '#app/exporting/check-manifest.server.ts'
import { csvFile } from '#app/exporting/csv-file.ts'
import { counting, saveFile } from '#app/exporting/save-file.server.ts'
import type { Column } from '#assessments/exporting/cell.ts'
import { manifestText } from '#assessments/exporting/manifest.ts'

const columns: Column[] = [{ name: 'only', type: 'text', description: 'It.', width: 9 }]
const table = { columns, rows: [['a'], ['b']] }
let folder = ''
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pmhc-manifest-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function exported() {
  const file = await saveFile(at('responses.csv'), csvFile(table))
  const manifest = {
    format: 'pmhc-export/1',
    madeAt: '2026-03-01T00:00:00Z',
    assessments: 1,
    files: [file],
  } as const
  writeFileSync(at('manifest.json'), manifestText({ ...manifest, files: [file] }))
  return file
}
const faults = async () => {
  const reading = await checkManifest(folder)
  return reading.status === 'invalid' ? reading.faults : []
}

describe('saveFile', () => {
  test('tells the rows, bytes and SHA-256 of what is on the disk', async () => {
    const file = await exported()
    const bytes = readFileSync(at('responses.csv'))
    expect(file).toEqual({
      name: 'responses.csv',
      rows: 2,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test('never writes over a file that is there', async () => {
    await exported()
    await expect(saveFile(at('responses.csv'), csvFile(table))).rejects.toThrow('EEXIST')
  })
})

describe('checkManifest', () => {
  test('finds nothing wrong with an export that is whole', async () => {
    await exported()
    expect(await faults()).toEqual([])
  })

  test('names a file that was cut short, one that was altered, one that is missing and one too many', async () => {
    const { bytes } = await exported()
    writeFileSync(at('responses.csv'), readFileSync(at('responses.csv')).subarray(0, bytes - 3))
    expect(await faults()).toEqual([
      { path: 'responses.csv', reason: `has ${bytes - 3} bytes, and not ${bytes}` },
    ])
    appendFileSync(at('responses.csv'), 'xyz')
    expect(await faults()).toEqual([
      { path: 'responses.csv', reason: 'has other bytes than when it was made' },
    ])
    rmSync(at('responses.csv'))
    writeFileSync(at('more.csv'), '')
    expect(await faults()).toEqual([
      { path: 'responses.csv', reason: 'is missing' },
      { path: 'more.csv', reason: 'is not in the manifest' },
    ])
  })

  test('says so where there is no manifest, or one that is none', async () => {
    expect(await faults()).toEqual([{ path: 'manifest.json', reason: 'is missing' }])
    writeFileSync(at('manifest.json'), '{"files": [{"name": "../../etc/passwd"}]}')
    expect((await faults()).map(({ path }) => path)).toContain('files[0].name')
  })
})

test('counting tells nothing before the last piece has passed', () => {
  expect(() => counting(csvFile(table)).facts()).toThrow('not been written to its end')
})
