import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as listScreen from '#app/routes/enrollments-list/route.tsx'
import { listMail } from '#db/queries/outgoing-mail.server.ts'
import { enrollmentsOf, programIn, sharerIn, sharingOf } from '#tests/support/enrollment-steps.ts'
import { addOrganization, contextFor, testProgram } from '#tests/support/program.ts'
import { get } from '#tests/support/requests.ts'
import type { Outcome } from '#tests/support/visiting.ts'

const faults = z.array(
  z.object({ row: z.number().nullable(), column: z.string().nullable(), text: z.string() }),
)
const checkedSchema = z.object({
  checked: z.object({
    planned: z.array(z.looseObject({ row: z.number(), kind: z.string() })),
    skipped: z.array(z.object({ row: z.number(), name: z.string(), why: z.string() })),
    faults,
  }),
})
const checkedOf = ({ data }: Outcome) => checkedSchema.parse(data).checked
const sentSchema = z.object({
  sent: z.object({
    agencies: z.number(),
    mailed: z.number(),
    not: z.array(z.string()),
    links: z.array(z.object({ email: z.string(), url: z.string() })),
  }),
})

async function makeState(environment = {}) {
  const program = await testProgram({ environment: { demo: true, ...environment } })
  const { database } = program
  const state = await programIn(program)
  const larkmoor = await sharerIn(program, { name: 'Larkmoor Police Department' })
  const harbor = await addOrganization(program, { name: 'Harbor Police' })
  const { organizations, people } = database.tables
  await database.orm.update(organizations).set({ ori: 'OH0010100' }).where(eq(organizations.id, larkmoor.id))
  const chief = 'chief@harbor.example'
  await database.orm.update(people).set({ email: chief }).where(eq(people.id, harbor.coordinator))
  return { program, state, larkmoor, harbor, chief }
}

const head = 'name,email,state,county,ORI\n'

describe('a list of agencies', () => {
  it('is checked before anything is sent: who is here, who gets mail, and what is wrong where', async () => {
    const { program, state, larkmoor, harbor, chief } = await makeState()
    const list = `${head}${[
      'Larkmoor PD,,OH,,oh-001 0100',
      `Harbor,${chief},Ohio,Adams,`,
      'New Agency,New@Example.org,,,',
      'New again,new@example.org,,,',
      'Bad mail,nobody,,,',
      'Nowhere,a@b.org,Atlantis,,',
      ',c@d.org,,,',
      'Bad number,,,,123',
      'Unknown number,,,,OH0099900',
      'Nothing,,,,',
      '"=HYPERLINK(""x"")",e@f.org,,,',
      'Reversed \u202Ename,g@h.org,,,',
    ].join('\n')}`
    const checked = checkedOf(await state.list('check', list))
    expect(checked.planned).toMatchObject([
      { row: 2, kind: 'agency', agencyId: larkmoor.id, name: 'Larkmoor Police Department' },
      { row: 3, kind: 'agency', agencyId: harbor.id, name: 'Harbor Police' },
      { row: 4, kind: 'mail', email: 'new@example.org' },
      { row: 12, kind: 'mail', name: '=HYPERLINK("x")' },
    ])
    expect(checked.skipped).toEqual([{ row: 5, name: 'New again', why: 'the same as row 4' }])
    expect(checked.faults.map(({ row, column }) => [row, column])).toEqual([
      [6, 'email'],
      [7, 'state'],
      [8, 'name'],
      [9, 'ORI'],
      [10, 'ORI'],
      [11, 'email'],
      [13, 'name'],
    ])
    expect(await listMail(program.database, 9)).toEqual([])
    expect(enrollmentsOf(await state.open()).counts).toEqual({ active: 0, invited: 0, past: 0 })
  })

  it('is sent once it is confirmed; sent again, nobody is invited twice', async () => {
    const { program, state, larkmoor, chief } = await makeState()
    const list = `${head}Larkmoor,,,,OH0010100\nHarbor,${chief},,,\nNew Agency,new@example.org,,,\n`
    const { sent } = sentSchema.parse((await state.list('send', list)).data)
    expect(sent).toEqual({ agencies: 2, mailed: 1, not: [], links: [] })
    expect((await listMail(program.database, 9)).map(({ subject }) => subject)).toHaveLength(3)
    expect(enrollmentsOf(await state.open()).counts.invited).toBe(3)
    const again = await state.list('send', list)
    expect(again.status).toBe(409)
    expect(checkedOf(again)).toMatchObject({
      planned: [],
      skipped: [{ row: 2 }, { row: 3 }, { row: 4, why: 'invited already, not answered yet' }],
    })
    await larkmoor.send({ intent: 'accept', enrollmentId: await firstOf(larkmoor), step: 'profile' })
    expect(checkedOf(await state.list('check', list)).skipped[0]?.why).toBe('enrolled already')
    expect(await listMail(program.database, 9)).toHaveLength(4)
  })

  it('gives links to hand over where the site sends no mail', async () => {
    const { state } = await makeState({ demo: false })
    const { sent } = sentSchema.parse((await state.list('send', `${head}New,new@example.org,,,\n`)).data)
    expect(sent.links).toMatchObject([{ email: 'new@example.org' }])
    expect(sent.links[0]?.url).toMatch(/\/enrollments\/[\w-]{43}$/)
  })

  it('invites at most so many within a day', async () => {
    const { state } = await makeState()
    const rows = (from: number) =>
      head + Array.from({ length: 900 }, (_, at) => `A ${from + at},a${from + at}@b.org,,,`).join('\n')
    await state.list('send', rows(0))
    await state.list('send', rows(1000))
    const {
      planned,
      faults: [fault],
    } = checkedOf(await state.list('check', rows(2000)))
    expect(planned).toEqual([])
    expect(fault?.text).toContain('You can invite 200 more within this day.')
    expect(enrollmentsOf(await state.open()).counts.invited).toBe(1800)
    expect(enrollmentsOf(await state.open()).rows).toHaveLength(50)
  })

  it.each([
    ['text', new File([`${head}New,new@example.org,,,`], 'list.csv'), { checked: { planned: [{ row: 2 }] } }],
    [
      'another encoding',
      new File([new Uint8Array([0xff, 0xd8, 0xff])], 'a.csv'),
      { faults: [{ text: expect.stringContaining('UTF-8') as string }] },
    ],
    [
      'too much',
      new File(['x'.repeat(300_000)], 'a.csv'),
      { faults: [{ text: expect.stringContaining('larger than 256 kB') as string }] },
    ],
  ])('is taken as a file, of %s', async (_what, file, expected) => {
    const { program, state } = await makeState()
    const body = new FormData()
    body.append('intent', 'check')
    body.append('list', '')
    body.append('file', file)
    const context = await contextFor(program, state.coordinator)
    const args = get(context, `/organizations/${state.id}/enrollments/list`, { organizationId: state.id })
    const headers = { cookie: context.cookie }
    const request = new Request(args.request.url, { method: 'POST', body, headers })
    const { data } = await listScreen.action({ ...args, request })
    expect(data).toMatchObject(expected)
  })
})

async function firstOf(agency: Awaited<ReturnType<typeof sharerIn>>): Promise<string> {
  return sharingOf(await agency.open()).waiting[0]?.id ?? ''
}
