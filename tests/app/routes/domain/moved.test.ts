import { describe, expect, test } from 'vitest'
import { action as save, loader as changes } from '#app/routes/responses/route.ts'
import { action, loader } from '#app/routes/domain/route.tsx'
import { readResponses } from '#db/queries/responses.server.ts'
import { answering, saveOf } from '#tests/support/answering.ts'
import { moveNow } from '#tests/support/moving.ts'
import { catalogOf } from '#tests/support/program.ts'
import { domain, levelItem, questionnaire } from '#tests/support/questionnaires.ts'
import { responseOf } from '#tests/support/requests.ts'
import { newerVersion, olderVersion } from '#tests/support/two-versions.ts'

/** An assessment that was started under 1.0.0, and moved to 1.1.0 while its pages were open. */
async function opened(newer = newerVersion()) {
  const world = await answering([olderVersion()])
  const { program } = world.agency
  program.catalog = catalogOf([newer, olderVersion()])
  const move = () => moveNow(world.agency, world.assessmentId)
  const stored = async () =>
    Object.fromEntries(
      [...(await readResponses(program.database, world.assessmentId, 'agency'))].map(([id, { response }]) => [
        id,
        response,
      ]),
    )
  return { ...world, move, stored }
}

async function reply(sent: Promise<unknown>) {
  const response = await responseOf(sent)
  const body: unknown = await response.json()
  return { status: response.status, body }
}

describe('a page that was open while the assessment was moved', () => {
  test('is told so by a status of its own when it saves, and nothing is saved', async () => {
    const world = await opened()
    await world.move()
    const late = saveOf('care.other', { value: 3 }, { version: '1.0.0' })
    expect(await reply(save(await world.sendJson('contributor', late)))).toEqual({
      status: 412,
      body: { status: 'moved', version: '1.1.0' },
    })
    expect(await world.stored()).toEqual({})
    const anew = saveOf('care.other', { value: 3 }, { version: '1.1.0' })
    expect(await reply(save(await world.sendJson('contributor', anew)))).toMatchObject({ status: 200 })
  })

  test('is told so too where it names no version, and though its question is gone', async () => {
    const world = await opened()
    expect(
      await reply(save(await world.sendJson('contributor', saveOf('care.same', { value: 2 })))),
    ).toMatchObject({
      status: 200,
    })
    await world.move()
    for (const late of [
      saveOf('care.worded', { value: 2 }),
      saveOf('people.gone', { value: 2 }, { version: '1.0.0' }),
    ]) {
      expect(await reply(save(await world.sendJson('contributor', late)))).toMatchObject({ status: 412 })
    }
  })

  test('hears that what it asks for is of another version', async () => {
    const world = await opened()
    await world.move()
    expect(await reply(changes(await world.open('contributor', '/responses?since=0')))).toMatchObject({
      body: { version: '1.1.0' },
    })
    const page = await loader(await world.open('contributor', '/domains/care', { domainId: 'care' }))
    expect(page.questionnaire.version).toBe('1.1.0')
  })
})

describe('a form without JavaScript that was made for another version', () => {
  const revisions: [string, string][] = ['care.worded', 'care.other', 'care.left'].map((id) => [
    `${id}/revision`,
    '0',
  ])
  const form: [string, string][] = [
    ['version', '1.0.0'],
    ...revisions,
    ['care.worded/answer', '4'],
    ['care.left/answer', '2'],
    ['care.left/note', 'Typed for long.'],
  ]

  test('saves nothing, shows everything again, and says which question is gone', async () => {
    const world = await opened()
    await world.move()
    const answered = await action(await world.sendForm('contributor', 'care', form))
    if (!('data' in answered)) throw new Error(`unexpected ${answered.status}`)
    expect(answered.init?.status).toBe(412)
    expect(answered.data).toMatchObject({
      ...{ saved: [], movedTo: '1.1.0' },
      notSaved: {
        'care.worded': {
          draft: { value: 4 },
          version: '1.0.0',
          reply: { status: 'moved', version: '1.1.0' },
        },
      },
      left: [{ itemId: 'care.left', draft: { value: 2, note: 'Typed for long.' } }],
    })
    expect(await world.stored()).toEqual({})
  })

  test('is answered with a page that sends back to it where its domain is gone', async () => {
    const other = {
      ...questionnaire({ version: '1.1.0', domains: [domain('elsewhere', [levelItem('elsewhere.one')])] }),
    }
    const world = await opened(other)
    await world.move()
    await expect(action(await world.sendForm('contributor', 'care', form))).rejects.toMatchObject({
      status: 409,
    })
  })
})
