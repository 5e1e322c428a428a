import { faultLine, type Fault } from './faults.ts'

/** A fault and the file that it is in. */
export interface FileFault extends Fault {
  file: string
}

/** Questionnaires that can't be served; its message lists every fault of every file. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'

  constructor(readonly faults: readonly FileFault[]) {
    const lines = faults.map((fault) => `${fault.file}: ${faultLine(fault)}`)
    super(['The questionnaires cannot be used:', ...lines].join('\n  '))
  }
}
