import { expect, test } from 'vitest'
import { toSave } from '#app/routes/domain/draft.ts'

test.each<[string[], string[], boolean]>([
  [['https://a.example', ' https://a.example '], ['https://a.example'], true],
  [['https://a.example', 'https:/'], ['https://a.example'], false],
  [['[redacted]', 'https://a.example'], ['[redacted]', 'https://a.example'], true],
])('toSave makes of the links %j what can be saved: %j', (evidence, saved, complete) => {
  expect(toSave({ value: 3, evidence })).toEqual({ response: { value: 3, evidence: saved }, complete })
})
