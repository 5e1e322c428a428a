import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import * as carryScreen from '#app/routes/carry-forward/route.tsx'
import { action, loader } from '#app/routes/review/route.tsx'
import { listActivities } from '#db/queries/activities.server.ts'
import { findAssessment } from '#db/queries/assessments.server.ts'
import { responseHistory } from '#db/queries/responses.server.ts'
import { answer } from '#tests/support/agency.ts'
import { post, responseOf } from '#tests/support/requests.ts'
import { lastAnswers, secondRound, type SecondRound } from '#tests/support/second-version.ts'

const all: [string, string][] = [
  ['domain', 'care'],
  ['domain', 'people'],
]

/** Both sides have carried their last answers. */
async function carriedByBoth() {
  const round = await secondRound({ 'care.old-name': { value: 5 }, 'people.trained': { value: 2 } })
  await responseOf(carryScreen.action(await round.send('/carry-forward', all)))
  await responseOf(carryScreen.action(await round.sendAsPartner('/carry-forward', all)))
  return round
}

const open = async (round: SecondRound) => loader(await round.open('/review', 'coordinator'))

const press = async (
  round: SecondRound,
  intent: string,
  seen: number,
  who: Parameters<SecondRound['open']>[1] = 'contributor',
) =>
  action(
    await round.send(
      '/review',
      [
        ['intent', intent],
        ['sideRevision', String(seen)],
      ],
      who,
    ),
  )

describe('the review of a side with carried answers', () => {
  test('lists those that are not reconfirmed apart from what is unanswered', async () => {
    const round = await carriedByBoth()
    const review = await open(round)
    expect(review.toConfirm).toBe(3)
    expect(review.total.answered).toBe(0)
    expect(review.domains).toMatchObject([
      {
        notReconfirmed: [{ id: 'care.new-name' }, { id: 'care.budget' }],
        unanswered: [{ id: 'care.same' }, { id: 'care.day' }, { id: 'care.night' }, { id: 'care.joined' }],
      },
      {
        notReconfirmed: [{ id: 'people.trained' }],
        unanswered: [{ id: 'people.plan' }, { id: 'people.new' }],
      },
    ])
  })

  test('confirms them all in one recorded step, of this side alone', async () => {
    const round = await carriedByBoth()
    const { program, agency, assessmentId } = round
    const { seen } = await open(round)
    const response = await responseOf(press(round, 'confirm', seen))
    expect(response.headers.get('location')).toBe(`/assessments/${assessmentId}/review`)
    const own = await round.own()
    expect(own['care.new-name']).toEqual(lastAnswers['care.old-name'])
    expect(own['care.day']?.carried?.earlier).toHaveLength(1)
    expect((await round.own('partner'))['care.new-name']?.carried).toBeDefined()
    expect(await responseHistory(program.database, assessmentId, 'agency', 'care.budget')).toMatchObject([
      { revision: 2, savedBy: agency.contributor, before: { carried: {} }, after: { value: 1 } },
      { revision: 1 },
    ])
    const log = await listActivities(program.database, agency.agencyId, { limit: 50 })
    const confirmed = log.filter(({ action: done }) => done === 'assessment.answers-confirmed')
    expect(confirmed).toMatchObject([{ assessmentId, personId: agency.contributor, subject: null }])
    const review = await open(round)
    expect(review).toMatchObject({ toConfirm: 0, total: { answered: 3 } })
    expect(await press(round, 'confirm', review.seen)).toMatchObject({ init: { status: 409 } })
  })

  test('confirms the partner’s for the partner', async () => {
    const round = await carriedByBoth()
    const review = await loader(await round.openAsPartner('/review'))
    expect(review.toConfirm).toBe(2)
    const fields: [string, string][] = [
      ['intent', 'confirm'],
      ['sideRevision', String(review.seen)],
    ]
    await responseOf(action(await round.sendAsPartner('/review', fields)))
    expect(await round.own('partner')).toEqual({
      'care.new-name': { value: 5 },
      'people.trained': { value: 2 },
    })
    expect((await open(round)).toConfirm).toBe(3)
  })

  test('confirms nothing where somebody saved after it was looked at', async () => {
    const round = await carriedByBoth()
    const { seen } = await open(round)
    await answer(round.agency, round.assessmentId, { 'care.budget': { value: 2 } }, 1)
    const outcome = await press(round, 'confirm', seen)
    expect(outcome).toMatchObject({ init: { status: 409 } })
    expect((await round.own())['care.new-name']?.carried).toBeDefined()
  })

  test('is done once where two press the button at the same moment', async () => {
    const round = await carriedByBoth()
    const { seen } = await open(round)
    const outcomes = await Promise.all([press(round, 'confirm', seen), press(round, 'confirm', seen)])
    const done = outcomes.filter((outcome) => outcome instanceof Response)
    expect(done).toHaveLength(1)
    expect(
      (await responseHistory(round.program.database, round.assessmentId, 'agency', 'care.budget')).length,
    ).toBe(2)
  })

  test('is not for viewers and outsiders; a contributor confirms, and does not submit', async () => {
    const round = await carriedByBoth()
    const { seen } = await open(round)
    for (const who of ['viewer', 'outsider'] as const) {
      expect((await responseOf(press(round, 'confirm', seen, who))).status).toBe(404)
    }
    expect((await responseOf(press(round, 'submit', seen, 'contributor'))).status).toBe(404)
    expect((await loader(await round.open('/review', 'viewer'))).may.answer).toBe(false)
  })

  test.each([
    ['submitted', { submittedAt: new Date() }, {}],
    ['being reconciled', {}, { stage: 'reconciling' }],
    ['final', {}, { stage: 'final' }],
  ] as const)('confirms nothing once the side is %s', async (_, side, assessment) => {
    const round = await carriedByBoth()
    const { seen } = await open(round)
    const { orm, tables } = round.program.database
    if ('submittedAt' in side) await orm.update(tables.sides).set(side)
    if ('stage' in assessment) {
      await orm
        .update(tables.assessments)
        .set(assessment)
        .where(eq(tables.assessments.id, round.assessmentId))
    }
    expect((await open(round)).toConfirm).toBe(0)
    expect(await press(round, 'confirm', seen)).toMatchObject({ init: { status: 409 } })
    expect((await round.own())['care.budget']?.carried).toBeDefined()
  })

  test('can be submitted with them: they count as unanswered, and none is confirmed by that', async () => {
    const round = await carriedByBoth()
    await answer(round.agency, round.assessmentId, { 'people.new': { value: 3 } })
    const { seen, total, toConfirm } = await open(round)
    expect({ answered: total.answered, toConfirm }).toEqual({ answered: 1, toConfirm: 3 })
    await responseOf(press(round, 'submit', seen, 'coordinator'))
    const assessment = await findAssessment(round.program.database, round.assessmentId)
    expect(assessment?.sides.agency?.submittedAt).not.toBeNull()
    expect((await round.own())['care.budget']?.carried).toBeDefined()
  })

  test('cannot be submitted while nothing else is answered', async () => {
    const round = await carriedByBoth()
    const { seen } = await open(round)
    expect(await press(round, 'submit', seen, 'coordinator')).toMatchObject({ init: { status: 400 } })
  })

  test('sends whoever is not signed in to sign in, whatever they send', async () => {
    const round = await carriedByBoth()
    const sent = post(
      await round.agency.as(null),
      '/assessments/x/review',
      { intent: 'confirm' },
      { assessmentId: 'x' },
    )
    expect((await responseOf(action(sent))).headers.get('location')).toMatch(/^\/sign-in/)
  })
})
