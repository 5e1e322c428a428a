import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fhirLimits } from '#assessments/fhir/limits.ts'
import { fhirLosses } from '#assessments/fhir/losses.ts'
import { ourBase, r4Extensions } from '#assessments/fhir/urls.ts'
import { ours, responseExtensions } from '#assessments/fhir/words.ts'

const page = readFileSync('docs/fhir.md', 'utf8')
const nameIn = (url: string) => url.slice(url.lastIndexOf('/') + 1)

describe('docs/fhir.md', () => {
  test('names every extension that is written', () => {
    const urls = [ours, responseExtensions, r4Extensions].flatMap((all): string[] => Object.values(all))
    expect(urls.map(nameIn).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    expect(page).toContain(ourBase)
  })

  test('lists what is lost, and nothing else', () => {
    const section = page.slice(page.indexOf('## What is lost'))
    const listed = [...section.matchAll(/^\| `([a-z-]+)` +\|/gm)].map((match) => match[1])
    expect(listed).toEqual(fhirLosses.map(({ id }) => id))
  })

  test('tells the limits as they are', () => {
    const { bytes, values, items, text, depth } = fhirLimits
    for (const limit of [bytes, values, items, text]) expect(page).toContain(limit.toLocaleString('en-US'))
    expect(page).toContain(`nested deeper than ${depth}`)
  })
})
