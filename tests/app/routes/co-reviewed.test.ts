import { describe, expect, test } from 'vitest'
import { loader as homeLoader } from '#app/routes/organization-home/route.tsx'
import { loader as overviewLoader } from '#app/routes/assessment-overview/route.tsx'
import { loader as printLoader } from '#app/routes/assessment-print/route.tsx'
import { loader as resultsLoader } from '#app/routes/results/route.tsx'
import { goAlone } from '#db/queries/go-alone.server.ts'
import { reopen } from '#db/queries/reopen.server.ts'
import {
  reconciling,
  settleAll,
  sign,
  type Reconciling,
  type TeamMember,
} from '#tests/support/reconciling.ts'
import { get, responseOf } from '#tests/support/requests.ts'

async function print(talk: Reconciling, who: TeamMember) {
  const { assessmentId } = talk
  return printLoader(get(await talk.as(who), `/assessments/${assessmentId}/print`, { assessmentId }))
}

async function results(talk: Reconciling, who: TeamMember) {
  const { assessmentId } = talk
  return resultsLoader(get(await talk.as(who), `/assessments/${assessmentId}/results`, { assessmentId }))
}

async function signed(): Promise<Reconciling> {
  const talk = await reconciling()
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  return talk
}

const sides = ['agency', 'partner'] as const
const otherNote = { agency: 'We were never asked.', partner: 'It meets each month.' }

describe('the print', () => {
  test.each(sides)('holds nothing of the other side while it is being answered: for the %s', async (side) => {
    const talk = await reconciling({ submitted: [side] })
    const page = await print(talk, `${side} viewer`)
    expect(page.both).toBeNull()
    expect(JSON.stringify(page)).not.toContain(otherNote[side])
  })

  test.each(sides)('shows both answers while they reconcile, and what is open: for the %s', async (side) => {
    const talk = await reconciling()
    const { both } = await print(talk, `${side} viewer`)
    expect(both?.['leadership.workgroup']).toMatchObject({
      agency: { value: 4, note: otherNote.partner },
      partner: { value: 1, note: otherNote.agency },
      how: null,
    })
    expect(both?.['leadership.coordinator']?.how).toBe('same')
    expect(both?.['training.refresher']).toMatchObject({
      partner: null,
      agreed: { value: 5 },
      how: 'agency-only',
    })
  })

  test.each(sides)(
    'shows both answers, the agreed one and its note once it is final: for the %s',
    async (side) => {
      const talk = await signed()
      const { both, facts } = await print(talk, `${side} viewer`)
      expect(both?.['leadership.workgroup']).toMatchObject({
        agency: { value: 4 },
        partner: { value: 1 },
        agreed: { value: 3, note: 'We looked at the minutes together.' },
        how: 'settled',
      })
      expect(facts.join(' ')).toContain('Final, co-reviewed')
    },
  )

  test('is of one’s own answers alone once the agency went on alone', async () => {
    const talk = await reconciling()
    const assessment = await talk.assessment()
    const by = talk.people['agency coordinator']
    const { database, now } = talk.program
    expect(await goAlone(database, { assessment, reason: 'released', by, at: now() })).toBe('alone')
    for (const side of sides) {
      const page = await print(talk, `${side} viewer`)
      expect(page.both).toBeNull()
      expect(JSON.stringify(page)).not.toContain(otherNote[side])
    }
  })
})

describe('the results of a co-reviewed assessment', () => {
  test('are there for both sides, from the home of each', async () => {
    const talk = await signed()
    for (const side of sides) {
      const { results: shown } = await results(talk, `${side} viewer`)
      expect(shown?.head.review).toMatchObject({
        partner: 'Larkmoor Behavioral Health',
        signatures: [{ side: 'agency', name: 'Cory Coordinator' }, { side: 'partner' }],
      })
      expect(shown?.head.above[0]?.to).toBe(
        `/organizations/${side === 'agency' ? talk.agencyId : talk.partnerId}`,
      )
      expect(shown?.head.progressTo === null).toBe(side === 'partner')
      if (side === 'partner') expect(shown?.head.compareTo).toBeNull()
      expect(shown?.view.review?.agreement.same).toBe('Both sides gave 1 of 3 items the same level.')
      expect(shown?.view.overall.displayed).toBe(56)
    }
  })

  test('stay those of the signed copy while it is being revised', async () => {
    const talk = await signed()
    const { assessmentId, agencyId, people, program } = talk
    const by = people['agency coordinator']
    await reopen(program.database, { assessmentId, agencyId, reason: 'A mistake', by, at: program.now() })
    const { results: shown } = await results(talk, 'partner viewer')
    expect(shown?.head.revision?.reason).toBe('A mistake')
    expect(shown?.view.review?.notAgreed).toEqual([])
  })

  test('aren’t found by anybody before, and by the partner no more once it went on alone', async () => {
    const talk = await reconciling()
    expect((await results(talk, 'partner coordinator')).results).toBeNull()
    const by = talk.people['agency coordinator']
    const { database, now } = talk.program
    await goAlone(database, { assessment: await talk.assessment(), reason: 'released', by, at: now() })
    expect((await responseOf(results(talk, 'partner coordinator'))).status).toBe(404)
  })

  test('are called co-reviewed on the overview and on the agency’s home', async () => {
    const talk = await signed()
    const { assessmentId, agencyId } = talk
    const context = await talk.as('agency viewer')
    const overview = await overviewLoader(get(context, `/assessments/${assessmentId}`, { assessmentId }))
    expect(overview.assessment.review).toEqual({ coReviewed: true, alone: null })
    const home = await homeLoader(get(context, `/organizations/${agencyId}`, { organizationId: agencyId }))
    expect(home.agency?.assessments[0]?.stage).toBe('Final, co-reviewed')
    expect(home.agency?.latest?.review.coReviewed).toBe(true)
  })
})
