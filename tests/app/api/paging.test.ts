import { describe, expect, it } from 'vitest'
import { apiRoot } from '#app/api/operations.ts'
import { apiWorld, ask, noon, tokenOf } from '#tests/support/api-world.ts'
import { addEnrolled, addFinal } from '#tests/support/shared-builders.ts'

interface Page {
  data: { id?: string; assessment?: string }[]
  next: string | null
}
type World = Awaited<ReturnType<typeof apiWorld>>

/** Every page of a list, by the links that each has to the next; `between` happens after each page. */
async function allPages(
  { program }: World,
  path: string,
  token: string,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
) {
  const pages: string[][] = []
  for (let next: string | null = path; next !== null;) {
    const answer = await ask(program, next, { token })
    expect(answer.status).toBe(200)
    const link = /^<http:\/\/localhost:3000([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')
    const page = (await answer.json()) as Page
    pages.push(page.data.map(({ id, assessment }) => id ?? assessment ?? ''))
    expect(new URL(link?.[1] ?? '/', 'http://x').searchParams.get('cursor')).toBe(page.next)
    next = link?.[1] ?? null
    await between(pages.length)
  }
  return pages
}

async function addAgency({ program: { database } }: World, id: string) {
  await addEnrolled(database, 'state-office', { id, by: 'ann', at: noon, shares: 'scores' })
}

describe('pages of agencies', () => {
  it('hold each exactly once, in pages as long as asked for', async () => {
    const world = await apiWorld()
    const pages = await allPages(world, `${apiRoot}/agencies?limit=2`, world.office)
    expect(pages).toEqual([['answers', 'consented'], ['notes', 'profile'], ['scores']])
  })

  it('hold each that was there exactly once while others are added before and after', async () => {
    const world = await apiWorld()
    const pages = await allPages(world, `${apiRoot}/agencies?limit=2`, world.office, async (page) => {
      if (page > 3) return
      await addAgency(world, `a-${page}`)
      await addAgency(world, `z-${page}`)
    })
    const visited = pages.flat()
    expect(new Set(visited).size).toBe(visited.length)
    expect(visited).toEqual(expect.arrayContaining(['answers', 'consented', 'notes', 'profile', 'scores']))
    expect(visited.filter((id) => id.startsWith('z-'))).toEqual(['z-1', 'z-2', 'z-3'])
  })

  it('keep the filter in the link to the next', async () => {
    const world = await apiWorld()
    for (const id of ['oak-1', 'oak-2', 'oak-3']) await addAgency(world, id)
    const pages = await allPages(world, `${apiRoot}/agencies?search=OAK&limit=1&size=10-24`, world.office)
    expect(pages).toEqual([['oak-1'], ['oak-2'], ['oak-3']])
  })
})

describe('pages of assessments', () => {
  it('hold each exactly once while others are made final, those too', async () => {
    const world = await apiWorld()
    const { database } = world.program
    const add = (number: number) =>
      addFinal(database, {
        ...{ id: `round-${number}`, agencyId: 'scores', by: 'ann' },
        ...{ at: new Date(noon.getTime() + number * 1000), asOf: `20${20 - number}-01-01` },
      })
    await add(1)
    await add(2)
    const token = await tokenOf(world.program, 'scores')
    const pages = await allPages(world, `${apiRoot}/assessments?limit=1`, token, async (page) => {
      if (page < 3) await add(page + 2)
    })
    expect(pages.flat()).toEqual(['scores-1', 'round-1', 'round-2', 'round-3', 'round-4'])
    const followed = await allPages(world, `${apiRoot}/agencies/scores/assessments?limit=3`, world.office)
    expect(followed.map((page) => page.length)).toEqual([3, 2])
  })

  it('are none of an agency that shares its profile alone', async () => {
    const world = await apiWorld()
    expect(await allPages(world, `${apiRoot}/agencies/profile/assessments`, world.office)).toEqual([[]])
  })
})
