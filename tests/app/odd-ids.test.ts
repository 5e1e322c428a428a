import { expect, it } from 'vitest'
import * as copyAnswers from '#app/routes/copy-answers/route.tsx'
import * as members from '#app/routes/members/route.tsx'
import * as overview from '#app/routes/assessment-overview/route.tsx'
import * as partner from '#app/routes/assessment-partner/route.tsx'
import * as link from '#app/routes/partnership/route.tsx'
import * as partnerships from '#app/routes/partnerships/route.tsx'
import { describeEngines } from '#tests/support/engines.ts'
import { cookieFor } from '#tests/support/program.ts'
import { reconciling, type TeamMember } from '#tests/support/reconciling.ts'
import { browserOf } from '#tests/support/visiting.ts'

/** PostgreSQL takes no NUL in a text, and half a character is none. */
const odd = ['a\u0000', '\ud800', '../x', ' ', 'x'.repeat(101)]

describeEngines('an id that no record can have', (engine) => {
  const visit = async () => {
    const talk = await reconciling({ database: engine.database })
    const browserFor = async (person: TeamMember) => {
      const cookie = await cookieFor(talk.program, talk.people[person])
      return Object.assign(browserOf(talk.program), { cookie })
    }
    return {
      talk,
      agency: await browserFor('agency coordinator'),
      partner: await browserFor('partner coordinator'),
    }
  }

  it('is not found in an address', async () => {
    const { agency } = await visit()
    for (const id of odd) {
      expect((await agency.open(overview, '/', { assessmentId: id })).status).toBe(404)
      expect((await agency.open(members, '/', { organizationId: id })).status).toBe(404)
      expect((await agency.open(partnerships, '/', { organizationId: id })).status).toBe(404)
      expect((await agency.open(link, '/', { secret: id })).status).toBe(410)
    }
  })

  it('is refused in a form', async () => {
    const { talk, agency, partner: theirs } = await visit()
    const { assessmentId, agencyId } = talk
    const ofAgency = { organizationId: agencyId }
    for (const id of odd) {
      const sent = [
        agency.send(partnerships, '/', { intent: 'propose', organization: id }, ofAgency),
        ...['accept', 'decline', 'withdraw', 'end'].map((intent) =>
          agency.send(partnerships, '/', { intent, partnershipId: id }, ofAgency),
        ),
        agency.send(members, '/', { intent: 'remove', personId: id }, ofAgency),
        agency.send(members, '/', { intent: 'withdraw', invitationId: id }, ofAgency),
        agency.send(partner, '/', { partnership: id }, { assessmentId }),
      ]
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(sent.map(() => 400))
      const copied = await theirs.send(copyAnswers, '/', { from: id }, { assessmentId })
      expect(copied.status).toBe(409)
    }
  })
})
