import { isUtf8 } from 'node:buffer'
import { ImportRefused } from './import-limits.ts'

const remedy = 'save it as UTF-8 (in Excel: "CSV UTF-8")'

/** Text of a file's bytes, without its byte-order mark. Anything but UTF-8 is refused, and never guessed at. */
export function utf8Text(bytes: Buffer): string {
  const start = bytes.subarray(0, 2).toString('hex')
  if (start === 'fffe' || start === 'feff') throw new ImportRefused(`is written in UTF-16; ${remedy}`)
  if (bytes.includes(0)) throw new ImportRefused(`holds zero bytes, as UTF-16 or no text does; ${remedy}`)
  if (!isUtf8(bytes)) {
    throw new ImportRefused(`is not UTF-8 from line ${firstWrongLine(bytes)} on; ${remedy}`)
  }
  const text = bytes.toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function firstWrongLine(bytes: Buffer): number {
  let [line, start] = [1, 0]
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line
    line += 1
    start = end + 1
  }
  return line
}
