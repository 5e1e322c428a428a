import type { Item } from '../item.ts'

export type NumberItem = Extract<Item, { kind: 'number' }>

/** FHIR's integers have 32 bits. */
const isInteger = (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31

/** Whether a number item is an integer in FHIR: whole numbers whose bounds have room in 32 bits. */
export function numberType({ decimals, minimum, maximum }: NumberItem): 'integer' | 'decimal' {
  return decimals === 0 && isInteger(minimum) && isInteger(maximum) ? 'integer' : 'decimal'
}
