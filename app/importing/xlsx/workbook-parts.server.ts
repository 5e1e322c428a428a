import { ImportRefused, importLimits } from '../import-limits.ts'
import { textOfCell } from '../../exporting/xlsx/xml-text.ts'
import { readXml } from './read-xml.ts'
import type { WorkbookZip } from './workbook-zip.server.ts'

/** What of a workbook is needed to read its sheet. */
export interface WorkbookParts {
  sheetPath: string
  /** Whether days are counted from 1904, as old Macs did. */
  from1904: boolean
  sharedTexts: readonly string[]
  /** Places in the list of cell formats that show a date. */
  dateStyles: ReadonlySet<number>
}

const workbookPath = 'xl/workbook.xml'
const wantedSheet = 'Responses'

/** Reads what is needed to read the sheet "Responses", or the first where there is none of that name. */
export async function readWorkbookParts(zip: WorkbookZip): Promise<WorkbookParts> {
  if (!zip.has(workbookPath))
    throw new ImportRefused('is a zip file, and no workbook; send a .xlsx, .csv or .json')
  if (zip.paths().some((path) => path.startsWith('xl/externalLinks/'))) {
    throw new ImportRefused('has links to other workbooks; break them (Data, Edit links), and save it again')
  }
  const { sheets, from1904 } = await readWorkbook(zip)
  const targets = await readTargets(zip)
  const sheet = sheets.find(({ name }) => name === wantedSheet) ?? sheets[0]
  const sheetPath = sheet && targets.get(sheet.relation)
  if (sheetPath === undefined || !zip.has(sheetPath)) throw new ImportRefused('is a workbook without a sheet')
  return {
    sheetPath,
    from1904,
    sharedTexts: await readSharedTexts(zip),
    dateStyles: await readDateStyles(zip),
  }
}

async function readWorkbook(zip: WorkbookZip) {
  const sheets: { name: string; relation: string }[] = []
  let from1904 = false
  await readXml(zip.read(workbookPath), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name === 'sheet') sheets.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) })
    },
  })
  return { sheets, from1904 }
}

/** `r:id`, whatever the prefix. */
function relationOf(attributes: Record<string, string>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
}

/** The parts that a workbook's relations lead to, as far as they are in the file itself. */
async function readTargets(zip: WorkbookZip): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  await readXml(zip.read('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

const mostSharedTexts = 200_000

async function readSharedTexts(zip: WorkbookZip): Promise<readonly string[]> {
  const path = 'xl/sharedStrings.xml'
  const texts: string[] = []
  if (!zip.has(path)) return texts
  let [text, isText, isPhonetic] = ['', false, false]
  await readXml(zip.read(path), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 't') isText = true
      if (name === 'rPh') isPhonetic = true
    },
    text: (piece) => {
      if (isText && !isPhonetic && text.length <= importLimits.characters) text += piece
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si' && texts.push(textOfCell(text)) > mostSharedTexts) {
        throw new ImportRefused('is a workbook with too many different texts; send one assessment at a time')
      }
    },
  })
  return texts
}

/** Formats that every workbook has, and that show a date. */
const builtInDates = new Set([14, 15, 16, 17, 22])

async function readDateStyles(zip: WorkbookZip): Promise<ReadonlySet<number>> {
  const path = 'xl/styles.xml'
  const dateStyles = new Set<number>()
  if (!zip.has(path)) return dateStyles
  const dateFormats = new Set(builtInDates)
  let isCellFormats = false
  let place = 0
  await readXml(zip.read(path), {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmt' && showsDate(formatCode)) dateFormats.add(Number(numFmtId))
      if (name === 'cellXfs') isCellFormats = true
      if (name !== 'xf' || !isCellFormats) return
      if (dateFormats.has(Number(numFmtId))) dateStyles.add(place)
      place += 1
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return dateStyles
}

/** Whether a format has a day or a year outside of what it puts in quotes, brackets or behind a backslash. */
function showsDate(formatCode: string): boolean {
  return /[dy]/i.test(formatCode.slice(0, 200).replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
