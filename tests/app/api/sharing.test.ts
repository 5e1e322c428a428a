import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { apiRoot, operations } from '#app/api/operations.ts'
import { agencies, apiWorld, ask, telltales, tokenOf, type SharingAgency } from '#tests/support/api-world.ts'

/** The addresses of everything that takes a token, with an agency's ids in them. */
const pathsTo = (agencyId: string) =>
  operations
    .filter(({ token }) => token !== null)
    .map(({ path }) =>
      `${apiRoot}${path}`.replace('{agencyId}', agencyId).replace('{assessmentId}', `${agencyId}-1`),
    )

/** By address: status, headers and body of each answer, as one text. */
async function everything(world: { program: Parameters<typeof ask>[0] }, token: string, agencyId: string) {
  const answers = pathsTo(agencyId).map(async (path) => {
    const answer = await ask(world.program, path, { token })
    return [path, `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`] as const
  })
  return new Map(await Promise.all(answers))
}

/** What an answer can hold, each with how it looks in the bytes. */
const parts: Record<string, string> = {
  scores: '"scorecard"',
  items: 'leadership.workgroup',
  chosen: telltales.chosen,
  typed: telltales.typed,
  partnerChosen: telltales.partnerChosen,
  partnerTyped: telltales.partnerTyped,
}
const partsIn = (bytes: string) => Object.keys(parts).filter((part) => bytes.includes(parts[part] ?? ''))

const expectedParts: Record<SharingAgency, string[]> = {
  profile: [],
  scores: ['scores'],
  answers: ['scores', 'items', 'chosen'],
  notes: ['scores', 'items', 'chosen', 'typed'],
  consented: Object.keys(parts),
}
const steps = Object.keys(agencies) as SharingAgency[]

describe('a program’s token', () => {
  it.each(steps)('gets of an agency that shares %s exactly that, on every path', async (agencyId) => {
    const world = await apiWorld()
    const all = await everything(world, world.office, agencyId)
    const ofAgency = [...all].filter(([path]) => path.includes(`/${agencyId}`))
    expect(ofAgency).toHaveLength(3)
    expect(partsIn(all.get(`${apiRoot}/agencies/${agencyId}`) ?? '')).toEqual([])
    for (const path of [`assessments/${agencyId}-1`, `agencies/${agencyId}/assessments`]) {
      expect(partsIn(all.get(`${apiRoot}/${path}`) ?? ''), path).toEqual(expectedParts[agencyId])
    }
  })

  it('gets no score or band in the list of agencies from one that shares its profile alone', async () => {
    const { program, office } = await apiWorld()
    const { data } = (await (await ask(program, `${apiRoot}/agencies`, { token: office })).json()) as {
      data: {
        id: string
        latest: { score: number | null; band: string | null; coReviewed: boolean | null }
      }[]
    }
    const scores = new Map(data.map(({ id, latest }) => [id, latest]))
    expect(scores.get('profile')).toMatchObject({ score: null, band: null, coReviewed: null })
    expect(scores.get('scores')).toMatchObject({ score: expect.any(Number) as number, coReviewed: true })
    expect(scores.size).toBe(steps.length)
  })

  it.each(steps)('gets nothing any more once the agency that shared %s ended it', async (agencyId) => {
    const world = await apiWorld()
    const { orm, tables } = world.program.database
    await orm
      .update(tables.enrollments)
      .set({ status: 'ended' })
      .where(eq(tables.enrollments.agencyId, agencyId))
    const all = await everything(world, world.office, agencyId)
    for (const [path, bytes] of all) {
      if (path.includes(`/${agencyId}`)) expect(bytes, path).toMatch(/^404 /)
      else expect(bytes, path).not.toContain(`Agency ${agencyId}`)
    }
  })

  it('gets less at the next request after the agency shares less', async () => {
    const world = await apiWorld()
    const { orm, tables } = world.program.database
    const bytes = async () => [...(await everything(world, world.office, 'consented')).values()].join('')
    expect(partsIn(await bytes())).toContain('partnerTyped')
    await orm
      .update(tables.enrollments)
      .set({ shares: 'scores' })
      .where(eq(tables.enrollments.agencyId, 'consented'))
    expect(partsIn(await bytes())).toEqual(['scores'])
  })

  it('gets nothing of an agency that never enrolled, as if there were none', async () => {
    const world = await apiWorld()
    const found = await everything(world, world.office, 'elsewhere')
    const missing = await everything(world, world.office, 'no-such-agency')
    for (const [path, bytes] of found) {
      if (path.includes('elsewhere')) {
        expect(bytes).toMatch(/^404 /)
        expect(bytes).toBe(missing.get(path.replace('elsewhere', 'no-such-agency')))
      }
    }
  })
})

describe('an agency’s token', () => {
  it('gets everything of its own assessments', async () => {
    const world = await apiWorld()
    const all = await everything(world, await tokenOf(world.program, 'profile'), 'profile')
    expect(partsIn(all.get(`${apiRoot}/assessments`) ?? '')).toEqual(Object.keys(parts))
    expect(partsIn(all.get(`${apiRoot}/assessments/profile-1`) ?? '')).toEqual(Object.keys(parts))
  })

  it.each(['consented', 'state-office'])('gets nothing of another: %s', async (another) => {
    const world = await apiWorld()
    const all = await everything(world, await tokenOf(world.program, 'elsewhere'), another)
    const opened = [...all].filter(([, bytes]) => bytes.startsWith('200')).map(([path]) => path)
    expect(opened.sort()).toEqual([`${apiRoot}/assessments`, `${apiRoot}/organization`])
    expect([...all.values()].join('')).not.toContain(another)
    expect(partsIn([...all.values()].join(''))).not.toContain('typed')
  })
})

describe('any other token', () => {
  it.each(['other-office', 'partner'])('of %s gets nothing of an agency', async (organizationId) => {
    const world = await apiWorld()
    const token = await tokenOf(world.program, organizationId)
    for (const agencyId of steps) {
      const bytes = [...(await everything(world, token, agencyId)).values()].join('')
      expect(partsIn(bytes)).toEqual([])
      expect(bytes).not.toContain(`Agency ${agencyId}`)
    }
  })

  it('of an organization that is not confirmed any more gets no more than who it is', async () => {
    const world = await apiWorld()
    const { orm, tables } = world.program.database
    await orm
      .update(tables.organizations)
      .set({ status: 'declined' })
      .where(eq(tables.organizations.id, 'state-office'))
    const all = await everything(world, world.office, 'consented')
    const opened = [...all].filter(([, bytes]) => bytes.startsWith('200')).map(([path]) => path)
    expect(opened).toEqual([`${apiRoot}/organization`])
  })
})
