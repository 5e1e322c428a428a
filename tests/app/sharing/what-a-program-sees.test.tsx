import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import { describe, expect, it } from 'vitest'
import type { SharingStep } from '#assessments/sharing.ts'
import { FollowedView } from '#app/followed/followed-view.tsx'
import type { Followed } from '#app/followed/load-followed.server.ts'
import { loader as programLoader } from '#app/routes/followed-agency/route.tsx'
import { loader as homeLoader } from '#app/routes/organization-home/route.tsx'
import { loader as enrollmentsLoader } from '#app/routes/enrollments/route.tsx'
import { loader as previewLoader } from '#app/routes/sharing-preview/route.tsx'
import { changeSharing, endEnrollment } from '#db/queries/decide-enrollment.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { giveConsent, withdrawConsent } from '#db/queries/partner-consents.server.ts'
import { enroll } from '#tests/support/enrollment-builders.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { reconciling, settleAll, sign } from '#tests/support/reconciling.ts'
import { get, responseOf } from '#tests/support/requests.ts'

/** All bytes that a page is made of: what its loader answers, and what comes of it. */
function bytesOf(followed: Followed): string {
  const page = (
    <StaticRouter location="/">
      <FollowedView followed={followed} path="/here?" />
    </StaticRouter>
  )
  return `${JSON.stringify(followed)} ${renderToString(page)}`.replaceAll('<!-- -->', '')
}

const talked = 'We disagree about the meetings of June.'

/** An agency with a co-reviewed final assessment, with notes of both and talk between them, and a program. */
async function makeFollowed() {
  const talk = await reconciling()
  const { program, agencyId, partnerId, assessmentId, people } = talk
  await talk.take({ kind: 'commented', side: 'agency', item: 'leadership.workgroup', text: talked, seen: 0 })
  await settleAll(talk)
  await sign(talk, 'agency')
  await sign(talk, 'partner')
  const { database } = program
  const state = await addOrganization(program, { kind: 'program', name: 'State Office' })
  const by = { program: state.coordinator, agency: people['agency coordinator'] }
  const at = program.now()
  const enrollmentId = await enroll(database, { programId: state.id, agencyId, by, at })
  const decision = { enrollmentId, organizationId: agencyId, by: by.agency, at }
  const partnershipId = (await findAssessment(database, assessmentId))?.partnershipId ?? ''
  const consenting = { partnerId, partnershipId, programId: state.id, by: people['partner coordinator'], at }
  const args = async (who: string, path: string, params: Record<string, string>) =>
    get(await contextFor(program, who), path, params)
  return {
    ...{ database, decision },
    share: (step: SharingStep, notes = false) => changeSharing(database, decision, { step, notes }),
    consent: () => giveConsent(database, consenting),
    takeBack: () => withdrawConsent(database, consenting),
    see: async () => {
      const params = { organizationId: state.id, agencyId }
      return programLoader(
        await args(state.coordinator, `/organizations/${state.id}/agencies/${agencyId}`, params),
      )
    },
    preview: async (search = '') => {
      const params = { organizationId: agencyId, programId: state.id }
      return previewLoader(
        await args(by.agency, `/organizations/${agencyId}/sharing/${state.id}/preview${search}`, params),
      )
    },
    /** The program's other pages. */
    others: async () => {
      const params = { organizationId: state.id }
      const home = await homeLoader(await args(state.coordinator, `/organizations/${state.id}`, params))
      const list = await enrollmentsLoader(
        await args(state.coordinator, `/organizations/${state.id}/enrollments`, params),
      )
      return JSON.stringify([home, list])
    },
  }
}

/** What tells that something of a kind is there. */
const marks = {
  scores: /applicable item|"displayed"|"band"|Developing|Beginning|Advancing|No band/,
  answers: /How far along is|What level \d looks like/,
  notes: /It meets each month\./,
  partner: /What level 1 looks like/,
  'partner’s notes': /We were never asked\./,
} as const
/** What is never shown, whatever is shared: the talk, and who did something. */
const never = /meetings of June|Cory Coordinator|A contributor|Larkmoor Behavioral Health|"personId"/

function kindsIn(bytes: string): string[] {
  return Object.entries(marks).flatMap(([kind, mark]) => (mark.test(bytes) ? [kind] : []))
}

describe('a program sees of an agency', () => {
  it.each([
    ['profile', false, false, []],
    ['profile', true, true, []],
    ['scores', true, true, ['scores']],
    ['answers', false, false, ['scores', 'answers']],
    ['answers', true, false, ['scores', 'answers', 'notes']],
    ['answers', false, true, ['scores', 'answers', 'partner']],
    ['answers', true, true, ['scores', 'answers', 'notes', 'partner', 'partner’s notes']],
  ] as const)('with %s (notes: %s, the partner’s: %s): %j', async (step, notes, consents, expected) => {
    const world = await makeFollowed()
    await world.share(step, notes)
    if (consents) await world.consent()
    const { followed } = await world.see()
    const bytes = bytesOf(followed)
    expect(kindsIn(bytes)).toEqual(expected)
    expect(bytes).not.toMatch(never)
    expect(bytes).toContain('Larkmoor Police Department')
    expect(await world.others()).not.toMatch(new RegExp(`${marks.scores.source}|${marks.answers.source}`))
    const preview = await world.preview()
    expect(preview.followed).toEqual(followed)
    expect(preview.head.supposed).toBe(false)
  })

  it('nothing any more of what the agency stops sharing, step by step, and nothing at all in the end', async () => {
    const world = await makeFollowed()
    await world.share('answers', true)
    await world.consent()
    const kinds = async () => kindsIn(bytesOf((await world.see()).followed))
    expect(await kinds()).toHaveLength(5)
    await world.takeBack()
    expect(await kinds()).toEqual(['scores', 'answers', 'notes'])
    await world.share('answers')
    expect(await kinds()).toEqual(['scores', 'answers'])
    await world.share('scores')
    expect(await kinds()).toEqual(['scores'])
    await world.share('profile')
    expect(await kinds()).toEqual([])
    await world.share('answers', true)
    await endEnrollment(world.database, world.decision)
    expect((await responseOf(world.see())).status).toBe(404)
    expect((await responseOf(world.preview())).status).toBe(404)
    expect(await world.others()).not.toMatch(/agencyId":"\w/)
  })

  it('nothing of one that is no longer confirmed', async () => {
    const world = await makeFollowed()
    await world.share('answers', true)
    const { organizations } = world.database.tables
    await world.database.orm.update(organizations).set({ status: 'declined' })
    expect((await responseOf(world.see())).status).toBe(404)
  })

  it('what the agency looks at before it decides, and no more by that', async () => {
    const world = await makeFollowed()
    const supposed = await world.preview('?step=answers&notes=on')
    expect(supposed.head).toMatchObject({ supposed: true, now: 'profile and dates' })
    expect(kindsIn(bytesOf(supposed.followed))).toEqual(['scores', 'answers', 'notes'])
    expect(kindsIn(bytesOf((await world.see()).followed))).toEqual([])
  })
})
