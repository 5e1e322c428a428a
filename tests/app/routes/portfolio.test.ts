import { expect, it } from 'vitest'
import { endEnrollment } from '#db/queries/decide-enrollment.server.ts'
import { loader as figuresLoader } from '#app/routes/portfolio-figures/route.tsx'
import { action, loader } from '#app/routes/portfolio/route.tsx'
import { action as remind, loader as reminders } from '#app/routes/reminders/route.tsx'
import { agencyWithTeam, finishOne } from '#tests/support/agency.ts'
import { enroll } from '#tests/support/enrollment-builders.ts'
import { addOrganization, contextFor } from '#tests/support/program.ts'
import { get, post, responseOf } from '#tests/support/requests.ts'

/** An agency with a final assessment that shares its scores with a program, whose coordinator asks. */
async function world(step: 'profile' | 'scores' | 'answers' = 'scores') {
  const agency = await agencyWithTeam()
  await finishOne(agency, '2026-06-01')
  const { program, agencyId, coordinator } = agency
  const office = await addOrganization(program, { kind: 'program', name: 'State Office' })
  const by = { program: office.coordinator, agency: coordinator }
  const between = { programId: office.id, agencyId, by, at: program.now() }
  const enrollmentId = await enroll(program.database, between, step)
  const context = await contextFor(program, office.coordinator)
  const params = { organizationId: office.id }
  const path = `/organizations/${office.id}`
  const end = () =>
    endEnrollment(program.database, {
      ...{ enrollmentId, organizationId: agencyId, by: coordinator, at: program.now() },
    })
  return {
    ...{ agency, program, agencyId, end },
    list: (search = '') => loader(get(context, `${path}/portfolio${search}`, params)),
    figures: (search = '') => figuresLoader(get(context, `${path}/portfolio/figures${search}`, params)),
    arrange: (fields: Record<string, string>, search = '') =>
      responseOf(action(post(context, `${path}/portfolio${search}`, fields, params))),
    preview: () => reminders(get(context, `${path}/reminders?agency=${agencyId}`, params)),
    remind: () => remind(post(context, `${path}/reminders`, { agency: agencyId }, params)),
  }
}

it('shows the score of an agency that shares it, and figures of it, until it stops', async () => {
  const { list, figures, end } = await world('scores')
  const [row] = (await list()).rows
  expect(row?.score).toMatch(/^\d+ \(/)
  const { shown } = await figures()
  expect(shown?.agencies).toEqual({ now: 1, both: 0, coReviewed: 0 })
  expect(shown?.weakest).toEqual([])
  await end()
  expect((await list()).rows).toEqual([])
  expect((await figures()).shown?.agencies.now).toBe(0)
})

it('shows no score where only the profile is shared, and none in figures', async () => {
  const { list, figures } = await world('profile')
  const [row] = (await list()).rows
  expect(row).toMatchObject({ score: 'Not shared', band: null })
  expect((await figures()).shown?.agencies.now).toBe(0)
})

it('tells of items where answers are shared', async () => {
  const { figures } = await world('answers')
  expect((await figures()).shown?.weakest.length).toBeGreaterThan(0)
})

it('makes figures as they were known on an earlier day', async () => {
  const { figures } = await world()
  expect((await figures('?cutoff=2026-01-01')).shown?.agencies.now).toBe(0)
  expect((await figures('?period=2026-Q1')).shown?.agencies.now).toBe(0)
  expect((await figures('?period=soon&cutoff=never')).faults).toHaveLength(2)
})

it('keeps tags and views, and says what was missing', async () => {
  const { list, arrange, agencyId } = await world()
  await arrange({ intent: 'tag', tag: 'Grant', agency: agencyId })
  expect((await list('?tag=Grant')).rows[0]?.tags).toEqual(['Grant'])
  await arrange({ intent: 'save-view', name: 'Mine' }, '?tag=Grant')
  const [view] = (await list()).views
  expect(view).toMatchObject({ name: 'Mine', query: 'tag=Grant' })
  await arrange({ intent: 'delete-view', view: view?.id ?? '' })
  expect((await list()).views).toEqual([])
  const answer = await arrange({ intent: 'tag', tag: 'Grant' })
  expect(answer.headers.get('location')).toContain('said=nothing-chosen')
})

it('reminds an agency of what is due by mail, once within a week', async () => {
  const { program, preview, remind: send, agencyId } = await world()
  expect((await preview()).agencies[0]?.whyNot).toContain('nothing to do now')
  program.setNow(new Date('2027-09-01T12:00:00Z'))
  const [due] = (await preview()).agencies
  expect(due?.mail?.body).toContain(`/organizations/${agencyId}`)
  expect(await send()).toEqual({ sent: 1 })
  expect(await send()).toEqual({ sent: 0 })
  const { orm, tables } = program.database
  const mails = await orm.select().from(tables.outgoingMail)
  expect(mails.filter(({ subject }) => subject.includes('reminds'))).toHaveLength(1)
  expect((await preview()).agencies[0]?.whyNot).toContain('less than a week ago')
})
