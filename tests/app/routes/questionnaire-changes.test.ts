import { describe, expect, test } from 'vitest'
import { loader as changes } from '#app/routes/questionnaire-changes/route.tsx'
import { loader as read } from '#app/routes/questionnaire/route.tsx'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { agencyWithTeam, twoDomains } from '#tests/support/agency.ts'
import { after, before } from '#tests/support/impact-versions.ts'
import { addPerson, contextFor } from '#tests/support/program.ts'
import { get, responseOf } from '#tests/support/requests.ts'

const draft: Questionnaire = { ...after, draft: true }

async function asking(questionnaires: readonly Questionnaire[], who: 'nobody' | 'administrator' = 'nobody') {
  const { program } = await agencyWithTeam(questionnaires)
  const person = who === 'nobody' ? null : await addPerson(program, { administrator: true })
  const context = await contextFor(program, person)
  return (version: string, search = '') => get(context, `/${search}`, { slug: 'sketch', version })
}

describe('what changed in a version', () => {
  test('is read by anyone, domain by domain, with the words that differ marked', async () => {
    const ask = await asking([before, after])
    const page = await changes(ask('1.1.0'))
    expect(page).toMatchObject({ from: '1.0.0', to: '1.1.0', draft: false, others: [] })
    expect(page.changes?.counts).toEqual([
      '1 item reworded',
      '1 item split',
      '1 item new',
      '1 item retired',
      '1 item as before',
    ])
    const [domain] = page.changes?.domains ?? []
    expect(domain?.unchanged.map(({ id }) => id)).toEqual(['care.same'])
    expect(domain?.changes.map(({ name, id }) => `${name}: ${id}`)).toEqual([
      'Reworded: care.words',
      'Split: care.one',
      'New: care.new',
      'Retired: care.gone',
    ])
    const [reworded, split] = domain?.changes ?? []
    expect(reworded).toMatchObject({
      why: 'So that it is clearer.',
      differences: [{ label: 'Question', after: [{ text: 'In other words?', differs: true }] }],
    })
    expect(split?.before.map(({ id }) => id)).toEqual(['care.whole'])
    expect(split?.after.map(({ id }) => id)).toEqual(['care.one', 'care.two'])
    expect(split?.after[0]?.fields[0]).toEqual({
      label: 'Level 1 · Level 1',
      text: 'What level 1 looks like.',
    })
  })

  test('is read since any earlier version, over those between', async () => {
    const third: Questionnaire = {
      ...after,
      version: '1.2.0',
      revises: {
        version: '1.1.0',
        same: ['care.same', 'care.words', 'care.one', 'care.two', 'care.new'],
        changes: [],
      },
    }
    const ask = await asking([before, after, third])
    expect(await changes(ask('1.2.0'))).toMatchObject({ from: '1.1.0', others: ['1.0.0'] })
    const page = await changes(ask('1.2.0', '?since=1.0.0'))
    expect(page).toMatchObject({ from: '1.0.0', others: ['1.1.0'] })
    expect(page.changes?.domains[0]?.changes.map(({ name }) => name)).toEqual([
      'Reworded',
      'Split',
      'New',
      'Retired',
    ])
  })

  test('is nothing for the first version', async () => {
    const ask = await asking([before, after])
    expect(await changes(ask('1.0.0'))).toMatchObject({ from: null, changes: null, others: [] })
  })

  test.each([
    ['9.9.9', ''],
    ['1.1.0', '?since=0.9.0'],
    ['1.0.0', '?since=1.1.0'],
    ['1.1.0', '?since=<script>'],
  ])('is not found where there is no such version: %s%s', async (version, search) => {
    const ask = await asking([before, after])
    expect((await responseOf(changes(ask(version, search)))).status).toBe(404)
  })

  test('is for administrators alone where one of the two is a draft', async () => {
    const anyone = await asking([before, draft])
    const answer = await responseOf(changes(anyone('1.1.0')))
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
    expect(await read(anyone('1.1.0'))).toMatchObject({ since: null })
    const administrator = await asking([before, draft], 'administrator')
    expect(await changes(administrator('1.1.0'))).toMatchObject({ draft: true, from: '1.0.0' })
    expect(await read(administrator('1.1.0'))).toMatchObject({ since: '1.0.0' })
    const agency = await agencyWithTeam([before, draft])
    const viewer = get(await agency.as('viewer'), '/', { slug: 'sketch', version: '1.1.0' })
    expect((await responseOf(changes(viewer))).status).toBe(404)
  })

  test('is linked from the page of the version that says so', async () => {
    const ask = await asking([before, after, twoDomains()])
    expect(await read(ask('1.1.0'))).toMatchObject({ since: '1.0.0' })
    expect(await read(ask('1.0.0'))).toMatchObject({ since: null })
  })
})
