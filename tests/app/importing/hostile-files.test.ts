import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { csvFile } from '#app/exporting/csv-file.ts'
import { readImport } from '#app/importing/read-import.server.ts'
import { responseColumns, responseRows } from '#assessments/exporting/response-rows.ts'
import { everyKind, exportable } from '#tests/support/exportables.ts'
import { bytesOf } from '#tests/support/file-bytes.ts'
import {
  megabytesOf,
  sheetPath,
  textRow,
  withFalseSizes,
  workbookOf,
  zipOf,
} from '#tests/support/workbooks.ts'

const folder = mkdtempSync(join(tmpdir(), 'pmhc-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The reasons for which a real file of these bytes is refused; nothing in it may take memory or time. */
async function refusal(bytes: Buffer | string): Promise<string[]> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const [before, start] = [process.memoryUsage().rss, performance.now()]
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  const reading = await readImport({ questionnaire: everyKind, side: 'agency' }, createReadStream(path))
  clearInterval(watch)
  most = Math.max(most, process.memoryUsage().rss)
  expect(most - before).toBeLessThan(400 * 1024 * 1024)
  expect(performance.now() - start).toBeLessThan(15_000)
  if (reading.status === 'valid') throw new Error('the file was accepted')
  return reading.faults.map(({ path: place, reason }) => (place === '' ? reason : `${place}: ${reason}`))
}

const header = ['questionnaire', 'questionnaire_version', 'item', 'value']
const line = 'sample,1.2.0,leadership.workgroup,4\r\n'
const csv = `${header.join(',')}\r\n${line}`
const sheet = textRow(1, header) + textRow(2, ['sample', '1.2.0', 'leadership.workgroup', '4'])

describe('a text file is refused', () => {
  test('in UTF-16, with the way to mend it', async () => {
    const reason = 'is written in UTF-16; save it as UTF-8 (in Excel: "CSV UTF-8")'
    expect(await refusal(Buffer.from(`\uFEFF${csv}`, 'utf16le'))).toEqual([reason])
    expect(await refusal(Buffer.from(`\uFEFF${csv}`, 'utf16le').swap16())).toEqual([reason])
    expect((await refusal(Buffer.from(csv, 'utf16le')))[0]).toContain('holds zero bytes, as UTF-16')
  })

  test('in Latin-1, with the line', async () => {
    const { bytes } = await bytesOf(csvFile({ columns: responseColumns, rows: responseRows(exportable()) }))
    const latin = Buffer.from(bytes.toString('utf8').slice(1), 'latin1')
    expect(await refusal(latin)).toEqual([
      'is not UTF-8 from line 2 on; save it as UTF-8 (in Excel: "CSV UTF-8")',
    ])
  })

  test('with ten million rows, long before the last of them', async () => {
    const tooLarge = 'is larger than 8 MB; send one assessment at a time'
    expect(await refusal(csv + '\n'.repeat(10_000_000))).toEqual([tooLarge])
    expect(await refusal(csv + '\n'.repeat(8_000_000))).toEqual([
      'has more than 50,000 rows; send one assessment at a time',
    ])
    let asked = 0
    async function* endless() {
      yield Buffer.from(csv)
      for (; ; asked += 1) yield await Promise.resolve(Buffer.from(line.repeat(10_000)))
    }
    const reading = await readImport({ questionnaire: everyKind, side: 'agency' }, endless())
    expect(reading).toMatchObject({
      faults: [{ reason: tooLarge }],
    })
    expect(asked).toBeLessThan(30)
  })

  test.each([
    ['empty', ' \r\n', 'is empty'],
    [
      'with a giant cell',
      `${csv}"${'x'.repeat(7_000_000)}",1,2,3\r\n`,
      'has a row that is too long at line 3',
    ],
    ['with a quote never closed', `${csv}sample,"1.2.0,a,b\r\n`, 'is not CSV: a quote is never closed'],
    [
      'with a quote inside',
      `${csv}sam"ple,1.2.0,a,b\r\n`,
      'is not CSV at line 3: a quote stands where none may',
    ],
    [
      'with semicolons',
      csv.replaceAll(',', ';'),
      'is separated by semicolons or tabs; save it with commas between the cells',
    ],
    ['of anything', '%PDF-1.7', 'row 1, column "%PDF-1.7": is not a column of an exported file'],
    ['with a million columns', `${'value,'.repeat(1_000_000)}\r\n`, 'has a row that is too long at line 1'],
  ])('%s', async (_, text, reason) => {
    expect((await refusal(text))[0]).toBe(reason)
  })

  test('as JSON nested without end, or of millions of keys', async () => {
    expect((await refusal('{"responses":'.repeat(500_000)))[0]).toContain('nested too deep')
    const keys = Array.from({ length: 300_000 }, (_, index) => `"k${index}":{"value":1}`).join(',')
    expect(await refusal(`{"questionnaire":"sample@1.2.0","responses":{${keys}}}`)).toHaveLength(200)
  })
})

describe('a workbook', () => {
  test('that holds nothing hostile is read, whatever wrote it', async () => {
    const shared = `<sst>${header.map((text) => `<si><r><t>${text}</t></r><rPh><t>x</t></rPh></si>`).join('')}</sst>`
    const first = `<row>${header.map((_, index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`
    const bytes = await workbookOf(first + textRow(5, ['sample', '1.2.0', 'leadership.workgroup', '4']), {
      'xl/sharedStrings.xml': shared,
    })
    async function* source() {
      yield await Promise.resolve(bytes)
    }
    const reading = await readImport({ questionnaire: everyKind, side: 'agency' }, source())
    expect(reading).toMatchObject({ status: 'valid', responses: { 'leadership.workgroup': { value: 4 } } })
  })

  test('that unpacks to hundreds of megabytes is refused, also where it says that it does not', async () => {
    const bomb = await workbookOf(() => megabytesOf(300, ' '))
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusal(bomb)).toEqual(['unpacks to more than 64 MB; send one assessment at a time'])
    expect(await refusal(withFalseSizes(bomb, 1000))).toEqual([
      'is not a workbook that can be read; save it again as .xlsx',
    ])
  })

  test('whose parts are each small enough, and too large together, is refused', async () => {
    const bomb = await workbookOf(() => megabytesOf(40, ' '), {
      'xl/sharedStrings.xml': () => [Buffer.from('<sst>'), ...megabytesOf(40, ' '), Buffer.from('</sst>')],
    })
    expect(await refusal(bomb)).toEqual(['unpacks to more than 64 MB; send one assessment at a time'])
  })

  test('of a million rows, a million shared texts or a giant cell is refused before its end', async () => {
    expect(await refusal(await workbookOf(() => megabytesOf(60, '<row><c><v>1</v></c></row>')))).toEqual([
      'has more than 50,000 rows; send one assessment at a time',
    ])
    const texts = {
      'xl/sharedStrings.xml': () => [Buffer.from('<sst>'), ...megabytesOf(30, '<si><t>a</t></si>')],
    }
    expect((await refusal(await workbookOf(sheet, texts)))[0]).toContain('too many different texts')
    const giant = `<row><c t="inlineStr"><is><t>${'x'.repeat(10_000_000)}</t></is></c></row>`
    expect(await refusal(await workbookOf(giant))).toEqual([
      'has a cell of more than 40000 characters in row 1',
    ])
  })

  test.each([
    [
      'that is nested without end',
      '<a>'.repeat(2_000_000),
      'is a workbook built as none is; save it again as .xlsx',
    ],
    [
      'with a tag of a million attributes',
      `<row ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
      'is a workbook built as none is; save it again as .xlsx',
    ],
    [
      'with a cell far to the right',
      '<row><c r="ZZZ1"><v>1</v></c></row>',
      'has a cell beyond column 200 in row 1',
    ],
    ['with rows out of order', '<row r="5"/><row r="2"/>', 'is a workbook whose rows are out of order'],
    [
      'of XML that breaks',
      '<row><c></row>',
      'is a workbook with a part that is not sound XML; save it again as .xlsx',
    ],
    [
      'with an entity',
      '<row>&lol;</row>',
      'is a workbook with a part that is not sound XML; save it again as .xlsx',
    ],
    [
      'with a formula',
      `${textRow(1, header)}<row><c><f>HYPERLINK("https://evil.example")</f><v>1</v></c></row>`,
      'row 2, column "questionnaire": holds a formula; put its value in its place',
    ],
    [
      'with an error',
      `${textRow(1, header)}<row><c t="e"><v>#REF!</v></c></row>`,
      'row 2, column "questionnaire": holds the error #REF!',
    ],
  ])('%s is refused', async (_, data, reason) => {
    expect((await refusal(await workbookOf(data)))[0]).toBe(reason)
  })

  test('that declares a document type is refused, and no entity expanded', async () => {
    const laughs =
      '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&a;&b;</worksheet>'
    const reason = 'is a workbook that declares a document type, which none needs; save it again as .xlsx'
    expect(await refusal(await workbookOf(sheet, { [sheetPath]: laughs }))).toEqual([reason])
    expect(await refusal(await workbookOf(sheet, { 'xl/sharedStrings.xml': laughs }))).toEqual([reason])
  })

  test('with links to other workbooks is refused, and a sheet that lies outside is not sought', async () => {
    const links = { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }
    expect((await refusal(await workbookOf(sheet, links)))[0]).toContain('has links to other workbooks')
    const relation =
      '<Relationships><Relationship Id="rId1" Target="https://evil.example/s.xml" TargetMode="External"/></Relationships>'
    const outside = await workbookOf(sheet, { 'xl/_rels/workbook.xml.rels': relation })
    expect(await refusal(outside)).toEqual(['is a workbook without a sheet'])
  })

  test('that is none, is damaged, old or has too many parts is refused', async () => {
    expect((await refusal(await zipOf({ 'a.txt': 'a' })))[0]).toContain('is a zip file, and no workbook')
    const whole = await workbookOf(sheet)
    const damaged = 'is not a workbook that can be read; save it again as .xlsx'
    expect(await refusal(whole.subarray(0, whole.length - 40))).toEqual([damaged])
    const parts = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`p${index}`, '']))
    expect(await refusal(await workbookOf(sheet, parts))).toEqual([damaged])
    expect((await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')))[0]).toContain('old or password-protected')
  })
})
