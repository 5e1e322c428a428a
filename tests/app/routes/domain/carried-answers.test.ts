import { describe, expect, test } from 'vitest'
import * as carryScreen from '#app/routes/carry-forward/route.tsx'
import * as domainScreen from '#app/routes/domain/route.tsx'
import * as historyScreen from '#app/routes/response-history/route.tsx'
import * as printScreen from '#app/routes/assessment-print/route.tsx'
import { deletePerson } from '#db/queries/delete-person.server.ts'
import { answer } from '#tests/support/agency.ts'
import { responseOf } from '#tests/support/requests.ts'
import { because, lastAnswers, secondRound, type SecondRound } from '#tests/support/second-version.ts'

async function carriedRound() {
  const round = await secondRound()
  const all: [string, string][] = [
    ['domain', 'care'],
    ['domain', 'people'],
  ]
  await responseOf(carryScreen.action(await round.send('/carry-forward', all)))
  return round
}

const domainPage = async (round: SecondRound, domainId = 'care') =>
  domainScreen.loader(await round.open(`/domains/${domainId}`, 'contributor', { domainId }))

/** Sends the form of a domain as a browser without JavaScript does. */
async function sendForm(round: SecondRound, domainId: string, fields: Record<string, string>) {
  const args = await round.send(`/domains/${domainId}`, Object.entries(fields))
  return domainScreen.action({ ...args, params: { ...args.params, domainId } })
}

describe('the page of a domain with carried answers', () => {
  test('says of each from which assessment, when and by whom it was given', async () => {
    const round = await carriedRound()
    const { carried } = await domainPage(round)
    expect(carried['care.new-name']).toEqual({
      from: 'Carried forward from your assessment as of November 3, 2025',
      when: 'November 20, 2025, 12:00 PM',
      by: 'you',
      why: [],
      earlier: [],
    })
    expect(Object.keys(carried).some((id) => id.startsWith('people.'))).toBe(false)
  })

  test('shows what was answered to a changed, split or merged question, as it was put, and why it is asked anew', async () => {
    const round = await carriedRound()
    const { carried } = await domainPage(round)
    expect(carried['care.day']).toMatchObject({
      why: ['One question became several.', because.split],
      earlier: [
        { question: 'Is there a team at all hours?', version: '1.0.0', response: lastAnswers['care.whole'] },
      ],
    })
    expect(carried['care.day']?.earlier[0]?.levels).toHaveLength(5)
    expect(carried['care.joined']).toMatchObject({
      why: ['Several questions became this one.', because.merged],
      earlier: [{ item: { id: 'care.left' } }, { item: { id: 'care.right' }, response: { dontKnow: true } }],
    })
    const people = (await domainPage(round, 'people')).carried
    expect(people['people.plan']?.why).toEqual(['It asks something else now.', because.changed])
  })

  test('shows beside the same question what it can’t hold any more, without the words that are the same', async () => {
    const round = await carriedRound()
    expect((await domainPage(round)).carried['care.same']).toMatchObject({
      why: ['The question is the same, and what was answered can’t be chosen any more.'],
      earlier: [{ question: null, response: { notApplicable: 'The county has none.' } }],
    })
  })

  test('names nobody who deleted their account', async () => {
    const round = await carriedRound()
    const { program, agency } = round
    await deletePerson(program.database, agency.contributor, program.now())
    const args = await round.open('/domains/care', 'coordinator', { domainId: 'care' })
    const { carried } = await domainScreen.loader(args)
    expect(carried['care.new-name']?.by).toBe('Former member')
    expect(carried['care.day']?.earlier[0]?.by).toBe('Former member')
  })

  test('keeps it beside the question while only a note is saved, and in the history once it is answered', async () => {
    const round = await carriedRound()
    const earlier = (await round.own())['care.day']?.carried
    await answer(round.agency, round.assessmentId, { 'care.day': { note: 'Ask the night shift.' } }, 1)
    expect((await round.own())['care.day']).toEqual({ note: 'Ask the night shift.', carried: earlier })
    await answer(round.agency, round.assessmentId, { 'care.day': { value: 2 } }, 2)
    expect((await round.own())['care.day']).toEqual({ value: 2 })
    const itemId = 'care.day'
    const history = await historyScreen.loader(
      await round.open(`/items/${itemId}/history`, 'viewer', { itemId }),
    )
    expect(Object.keys(history.carried)).toEqual(['1', '2'])
    expect(history.carried[1]?.earlier).toMatchObject([{ response: { value: 4 } }])
  })
})

describe('without JavaScript', () => {
  test('confirming an answer leads to the next item that needs something', async () => {
    const round = await carriedRound()
    const path = `/assessments/${round.assessmentId}/domains/care?saved=1`
    const confirm = async (itemId: string, fields: Record<string, string>) => {
      const sent = { ...fields, [`${itemId}/revision`]: '1', confirm: itemId }
      return (await responseOf(sendForm(round, 'care', sent))).headers.get('location')
    }
    const named = {
      'care.new-name/answer': '3',
      'care.new-name/note': 'Since May.',
      'care.new-name/evidence': 'https://example.org/',
    }
    expect(await confirm('care.new-name', named)).toBe(`${path}#care.day`)
    expect((await round.own())['care.new-name']).toEqual(lastAnswers['care.old-name'])
    expect(await confirm('care.budget', { 'care.budget/answer': '1' })).toBe(`${path}#care.same`)
  })

  test('saving without a change confirms nothing', async () => {
    const round = await carriedRound()
    const fields = { 'care.budget/answer': '1', 'care.budget/revision': '1' }
    const response = await responseOf(sendForm(round, 'care', fields))
    expect(response.headers.get('location')).toMatch(/\?saved=0$/)
    expect((await round.own())['care.budget']?.carried).toBeDefined()
  })
})

test('the print says what is not reconfirmed, and what was answered before to a question that is asked anew', async () => {
  const round = await carriedRound()
  const page = await printScreen.loader(await round.open('/print'))
  expect(page.carried['care.budget']).toMatchObject({
    response: { value: 1 },
    words: { from: 'Carried forward from your assessment as of November 3, 2025' },
  })
  expect(page.carried['care.night']).toMatchObject({
    response: null,
    words: { earlier: [{ response: { value: 4 } }] },
  })
  expect(page.responses['care.budget']).toEqual({})
})
