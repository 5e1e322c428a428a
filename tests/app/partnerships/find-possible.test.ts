import { describe, expect, it } from 'vitest'
import { addOrganization, testProgram } from '#tests/support/program.ts'
import { endIn, listsOf } from '#tests/support/partnership-steps.ts'

type Other = [name: string, county: string, state: string]

/** An agency in Larkmoor, Ohio, and partners elsewhere. */
async function agencyAmong(others: readonly Other[]) {
  const program = await testProgram()
  const agency = await endIn(program, { kind: 'agency', name: 'Larkmoor Police Department' })
  for (const [name, county, state] of others) {
    await addOrganization(program, { kind: 'partner', name, county, state })
  }
  const found = async (words: string) => {
    const { possible } = listsOf(await agency.find(words))
    return possible?.listed.map(({ name }) => name)
  }
  return { program, agency, found }
}

const everywhere: Other[] = [
  ['Alder Care', 'Marion', 'IN'],
  ['Birch Line', 'Adams', 'OH'],
  ['Cedar Health', 'Larkmoor', 'OH'],
  ['Desert Wellness', 'Doña Ana', 'NM'],
  ['Elm Behavioral Health', 'Johnson', 'KS'],
  ["O’Brien's Crisis Line", 'St. Clair', 'IL'],
]

describe('finding a partner among those that are here', () => {
  it('lists the nearest at first: the county’s own, then the state’s', async () => {
    const { found } = await agencyAmong(everywhere)
    const all = ['Cedar Health', 'Birch Line', 'Alder Care', 'Desert Wellness', 'Elm Behavioral Health']
    expect(await found('')).toEqual([...all, "O’Brien's Crisis Line"])
    expect(await found(' ,;! ')).toEqual([...all, "O’Brien's Crisis Line"])
  })

  it.each([
    ['cedar', ['Cedar Health']],
    ['HEALTH', ['Cedar Health', 'Elm Behavioral Health']],
    ['health larkmoor', ['Cedar Health']],
    ['ohio', ['Cedar Health', 'Birch Line']],
    ['oh', ['Cedar Health', 'Birch Line']],
    ['line ohio', ['Birch Line']],
    ['new mexico', ['Desert Wellness']],
    ['dona ana', ['Desert Wellness']],
    ['DOÑA', ['Desert Wellness']],
    ['st clair', ["O’Brien's Crisis Line"]],
    ["o'brien", ["O’Brien's Crisis Line"]],
    ['%', ['Cedar Health', 'Birch Line', 'Alder Care', 'Desert Wellness', 'Elm Behavioral Health']],
    ['cedar adams', []],
  ])('finds by name, county and state, each word of it: %s', async (words, expected) => {
    const { found } = await agencyAmong(everywhere)
    expect((await found(words))?.slice(0, 5)).toEqual(expected)
  })

  it('lists twenty at most, and counts them all', async () => {
    const many = Array.from({ length: 23 }, (_, at): Other => [`Care ${at + 10}`, 'Adams', 'OH'])
    const { agency } = await agencyAmong([...many, ['Near', 'Larkmoor', 'OH']])
    for (const [words, total] of [
      ['', 24],
      ['care', 23],
    ] as const) {
      const { possible } = listsOf(await agency.find(words))
      expect(possible).toMatchObject({ find: words, total })
      expect(possible?.listed).toHaveLength(20)
    }
  })

  it('finds none of the own kind, none that isn’t confirmed, none that is asked already', async () => {
    const { program, agency, found } = await agencyAmong([['Cedar Health', 'Larkmoor', 'OH']])
    await addOrganization(program, { kind: 'partner', name: 'Not yet', status: 'waiting' })
    await addOrganization(program, { kind: 'agency', name: 'Another police department' })
    await addOrganization(program, { kind: 'program', name: 'State office' })
    expect(await found('')).toEqual(['Cedar Health'])
    for (const words of ['not yet', 'police', 'office']) expect(await found(words)).toEqual([])
    const id = listsOf(await agency.open()).possible?.listed[0]?.id ?? ''
    await agency.send({ intent: 'propose', organization: id })
    expect(await found('cedar')).toEqual([])
  })

  it('takes words that are far too long, or that nobody can have typed, for none', async () => {
    const { found } = await agencyAmong([['Cedar Health', 'Larkmoor', 'OH']])
    expect(await found('x'.repeat(5000))).toEqual(['Cedar Health'])
    expect(await found('cedar\u202Egnorw')).toEqual(['Cedar Health'])
  })
})
