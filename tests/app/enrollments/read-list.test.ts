import { describe, expect, it } from 'vitest'
import { decodeList, mostRows, readList } from '#app/enrollments/read-list.server.ts'

const rowsOf = (text: string) => {
  const read = readList(text)
  if (read.status !== 'read') throw new Error(JSON.stringify(read))
  return read.rows
}
const faultsOf = (text: string) => {
  const read = readList(text)
  return read.status === 'refused' ? read.faults.map(({ row, text: fault }) => `${row}: ${fault}`) : []
}

describe('a list of agencies', () => {
  it.each([
    ['commas', 'Name,Email,ORI\n"Adams, City of",a@b.org,OH0010100\n'],
    ['semicolons', 'name;e-mail;ori\r\nAdams, City of;a@b.org;OH0010100\r\n'],
    [
      'tabs, as copied from a spreadsheet',
      'Agency name\tEmail address\tORI\nAdams, City of\ta@b.org\tOH0010100',
    ],
    ['a byte order mark', '\uFEFFname,email,ori\n"Adams, City of",a@b.org,OH0010100'],
  ])('is read with %s', (_how, text) => {
    expect(rowsOf(text)).toEqual([
      { row: 2, name: 'Adams, City of', email: 'a@b.org', state: '', county: '', ori: 'OH0010100' },
    ])
  })

  it('counts rows as a spreadsheet does, over empty ones and line breaks in cells', () => {
    const rows = rowsOf('name,email\n"One\nof two lines",a@b.org\n,\n\nThree,c@d.org\n')
    expect(rows.map(({ row, name }) => [row, name])).toEqual([
      [2, 'One\nof two lines'],
      [5, 'Three'],
    ])
  })

  it('tells which columns mean nothing, and takes rows of any length', () => {
    const read = readList('name,phone,email\nOne,1,a@b.org,more,and more\nTwo')
    expect(read).toMatchObject({
      ignored: ['phone'],
      rows: [
        { name: 'One', email: 'a@b.org' },
        { name: 'Two', email: '' },
      ],
    })
  })

  it.each([
    ['no columns', 'Adams,a@b.org\n', /first row must name the columns.*“name” and “email” are missing/],
    ['one column', 'name\nAdams\n', /“email” is missing/],
    ['a column twice', 'name,email,Mail\nAdams,a@b.org,c@d.org\n', /Two columns are called “email”/],
    ['nothing', 'name,email\n,\n', /no row below/],
    ['an open quotation mark', `name,email\n"Adams,a@b.org\n${'x\n'.repeat(20)}`, /quotation mark/],
    ['a row without end', `name,email\n${'x'.repeat(20_000)},a@b.org\n`, /longer than any row/],
    ['too many rows', `name,email\n${'One,a@b.org\n'.repeat(mostRows + 1)}`, /1,001 rows; at most 1,000/],
  ])('is refused with %s', (_what, text, reason) => {
    expect(faultsOf(text).join()).toMatch(reason)
  })

  it.each([
    ['UTF-8', new TextEncoder().encode('Doña Ana'), 'Doña Ana'],
    ['UTF-16, as spreadsheets write it', new Uint8Array([0xff, 0xfe, 0xf1, 0x00]), 'ñ'],
    ['another encoding', new Uint8Array([0x44, 0x6f, 0xf1, 0x61]), null],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0xd8]), null],
  ])('as a file is read in %s', (_encoding, bytes, text) => {
    expect(decodeList(bytes)).toBe(text)
  })
})
