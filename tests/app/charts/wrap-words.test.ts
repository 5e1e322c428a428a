import { expect, test } from 'vitest'
import { wrapWords } from '#app/charts/wrap-words.ts'

test.each([
  ['Community services and supports', 12, ['Community', 'services and', 'supports']],
  ['Training', 12, ['Training']],
  ['Incomprehensibilities here', 12, ['Incomprehensibilities', 'here']],
  ['', 12, []],
])('wrapWords breaks %j at %d characters', (title, width, lines) => {
  expect(wrapWords(title, width)).toEqual(lines)
})
