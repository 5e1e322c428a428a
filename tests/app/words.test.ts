import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What a page would call an item by another word; a question is only its text. */
const synonym = /\b(?:this|that|all|every|each|these|your|answers?|single|open) questions?\b/i

test('pages call an item an item', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join('app', name), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
      return synonym.test(text) ? [name] : []
    })
  expect(found).toEqual([])
})
