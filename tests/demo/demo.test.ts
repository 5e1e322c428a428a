import { fileURLToPath } from 'node:url'
import { verifyPassword } from 'better-auth/crypto'
import { getTableName } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, demoPeople } from '#app/accounts/demo-people.ts'
import { loadCatalog, type Catalog } from '#assessments/catalog.server.ts'
import { fillResults } from '#app/finalizing/fill-results.server.ts'
import { readFrozen } from '#assessments/frozen-copy.ts'
import { findPrivateText } from '#assessments/private-text.ts'
import { isAsked } from '#assessments/progress.ts'
import { findItem, itemsOf, levelItemsOf } from '#assessments/questionnaire.ts'
import { parseResponse } from '#assessments/responses.ts'
import { openDatabase, type Database } from '#db/database.server.ts'
import { findPersonByEmail } from '#db/queries/people.server.ts'
import { membershipsOf } from '#db/queries/memberships.server.ts'
import { buildDemo } from '../../demo/build-demo.server.ts'
import notes from '../../demo/notes.json' with { type: 'json' }

const folder = fileURLToPath(new URL('../../assessments/questionnaires', import.meta.url))

async function build(catalog: Catalog): Promise<Database> {
  const database = await openDatabase('sqlite::memory:')
  await buildDemo(database, catalog)
  return database
}

/** Every row of every table, as one text a table. */
async function dump({ orm, tables }: Database): Promise<Record<string, string>> {
  const texts: Record<string, string> = {}
  for (const table of Object.values(tables)) {
    texts[getTableName(table)] = JSON.stringify(await orm.select().from(table))
  }
  return texts
}

describe('the demonstration', () => {
  let catalog: Catalog
  let database: Database

  beforeAll(async () => {
    catalog = await loadCatalog({ folders: [folder] })
    database = await build(catalog)
  }, 180_000)

  it('is the same, to the byte, each time that it is made', { timeout: 180_000 }, async () => {
    const first = await dump(database)
    expect(Object.values(first).join('').length).toBeGreaterThan(500_000)
    expect(await dump(await build(catalog))).toEqual(first)
  })

  it('keeps the same short rows of results as are made of its frozen copies', async () => {
    const { orm, tables } = database
    const kept = await orm.select().from(tables.results)
    expect(kept.length).toBeGreaterThan(20)
    await orm.delete(tables.results)
    expect(await fillResults(database, catalog)).toBe(kept.length)
    const byKey = (rows: typeof kept) =>
      new Map(rows.map((row) => [`${row.assessmentId} ${row.number}`, row]))
    expect(byKey(await orm.select().from(tables.results))).toEqual(byKey(kept))
    expect(await fillResults(database, catalog)).toBe(0)
  })

  it('lets in those whom the sign-in page offers, with the password that it offers', async () => {
    const accounts = await database.orm.select().from(database.tables.accounts)
    expect(accounts).toHaveLength(demoPeople.length)
    for (const { email, name } of demoPeople) {
      const person = await findPersonByEmail(database, email)
      expect(person?.name).toBe(name)
      const hash = accounts.find(({ userId }) => userId === person?.id)?.password ?? ''
      expect(await verifyPassword({ hash, password: demoPassword })).toBe(true)
    }
  })

  /** Each assessment's own version of the questionnaire, by the assessment's id. */
  async function versionsOfAssessments() {
    const assessments = await database.orm.select().from(database.tables.assessments)
    return new Map(assessments.map(({ id, slug, version }) => [id, catalog.find(slug, version)]))
  }

  it('gives each of them the role that the sign-in page tells', async () => {
    const roles = await Promise.all(
      demoPeople.map(async ({ email }) => {
        const person = await findPersonByEmail(database, email)
        const own = await membershipsOf(database, person?.id ?? '')
        return [email.split('@')[0], person?.administrator, ...own.map(({ role, kind }) => `${role} ${kind}`)]
      }),
    )
    expect(roles).toEqual([
      ['avery.coordinator', false, 'coordinator agency'],
      ['sam.contributor', false, 'contributor agency'],
      ['robin.viewer', false, 'viewer agency'],
      ['jordan.partner', false, 'coordinator partner'],
      ['marisol.contributor', false, 'contributor partner'],
      ['tobiah.coordinator', false, 'coordinator agency'],
      ['casey.program', false, 'coordinator program'],
      ['kim.administrator', true],
    ])
  })

  it('holds only responses that a person could have given, and nothing about a person', async () => {
    const stored = await database.orm.select().from(database.tables.responses)
    expect(stored.length).toBeGreaterThan(1500)
    const versions = await versionsOfAssessments()
    for (const { assessmentId, itemId, value, notApplicable, dontKnow, note, evidence } of stored) {
      const version = versions.get(assessmentId)
      const item = version && findItem(version.questionnaire, itemId)
      const response = {
        ...(value === null ? {} : { value }),
        ...(notApplicable === null ? {} : { notApplicable }),
        ...(dontKnow ? { dontKnow } : {}),
        ...(note === null ? {} : { note }),
        ...(evidence === null ? {} : { evidence }),
      }
      expect(item && parseResponse(item, version.questionnaire, response)).toMatchObject({ status: 'valid' })
      expect(findPrivateText(`${note ?? ''} ${notApplicable ?? ''}`)).toEqual([])
    }
  })

  it('has notes for the questions that there are', () => {
    const scored = catalog
      .lineage('pmhc-self-assessment')
      .flatMap((questionnaire) => levelItemsOf(itemsOf(questionnaire)).map(({ id }) => id))
    expect(Object.keys(notes).filter((id) => !scored.includes(id))).toEqual([])
  })

  it('is about a state that there is not', async () => {
    const organizations = await database.orm.select().from(database.tables.organizations)
    expect(new Set(organizations.map(({ state }) => state))).toEqual(new Set(['WN']))
    expect(
      organizations.flatMap(({ ori }) => ori ?? []).filter((ori) => !/^WN[A-Z0-9]{7}$/.test(ori)),
    ).toEqual([])
    const people = await database.orm.select().from(database.tables.people)
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([])
    const kinds = organizations.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'partner')).toHaveLength(5)
    expect(kinds.filter((kind) => kind === 'program')).toHaveLength(1)
  })

  it('shows each stage: final rounds of one to three, some being answered, some being reconciled', async () => {
    const assessments = await database.orm.select().from(database.tables.assessments)
    const rounds = new Map<string, number>()
    for (const { agencyId, stage } of assessments) {
      if (stage === 'final') rounds.set(agencyId, (rounds.get(agencyId) ?? 0) + 1)
    }
    expect(new Set(rounds.values())).toEqual(new Set([1, 2, 3]))
    expect(assessments.filter(({ stage }) => stage === 'answering')).toHaveLength(2)
    expect(assessments.filter(({ stage }) => stage === 'reconciling')).toHaveLength(3)
    const open = assessments.find(({ stage }) => stage === 'answering')
    const answers = await database.orm.select().from(database.tables.responses)
    const authors = answers
      .filter(({ assessmentId }) => assessmentId === open?.id)
      .map(({ updatedBy }) => updatedBy)
    expect(new Set(authors).size).toBeGreaterThanOrEqual(2)
  })

  it('has rounds under both versions of the questionnaire, and an open one that can be moved to the second', async () => {
    const assessments = await database.orm.select().from(database.tables.assessments)
    const under = (wanted: string) => assessments.filter(({ version }) => version === wanted)
    expect(under('1.0.0').filter(({ stage }) => stage === 'final').length).toBeGreaterThan(8)
    expect(under('1.1.0').filter(({ stage }) => stage === 'final').length).toBeGreaterThan(4)
    expect(under('1.0.0').filter(({ stage }) => stage === 'answering')).toHaveLength(1)
    expect(under('1.1.0').filter(({ stage }) => stage === 'reconciling')).not.toEqual([])
  })

  it('has rounds that both sides rated and signed, and one that went on alone', async () => {
    const copies = await database.orm.select().from(database.tables.frozenCopies)
    const documents = copies.map(({ document }) => readFrozen(document))
    const reviewed = documents.filter(({ coReviewed }) => coReviewed)
    expect(reviewed.length).toBeGreaterThanOrEqual(8)
    for (const { signatures, settled = {}, responses } of reviewed) {
      expect(signatures.map(({ side }) => side)).toEqual(['agency', 'partner'])
      expect(Object.values(settled)).toEqual(expect.arrayContaining(['same', 'settled', 'agency-only']))
      expect(Object.keys(responses.partner ?? {}).length).toBeGreaterThan(30)
    }
    expect(reviewed.flatMap(({ settled = {} }) => Object.values(settled))).toContain('not-agreed')
    expect(documents.flatMap(({ alone }) => alone ?? [])).toEqual(['overdue'])
  })

  it('has a lively talk, one that is nearly done, one recalled and one that is being revised', async () => {
    const { orm, tables } = database
    const steps = await orm.select().from(tables.reconciliationSteps)
    const assessments = await orm.select().from(tables.assessments)
    const kinds = assessments
      .filter(({ stage }) => stage === 'reconciling')
      .map(({ id }) => new Set(steps.flatMap((step) => (step.assessmentId === id ? [step.kind] : []))))
    expect(kinds).toContainEqual(new Set(['commented', 'proposed', 'accepted', 'withdrawn']))
    expect(kinds.filter((set) => set.has('reopened'))).toHaveLength(1)
    const log = await orm.select().from(tables.activities)
    expect(log.filter(({ action }) => action === 'assessment.recalled')).not.toEqual([])
    expect(findPrivateText(steps.map(({ text }) => text ?? '').join(' '))).toEqual([])
  })

  it('lets the partner only answer what it is asked', async () => {
    const versions = await versionsOfAssessments()
    const stored = await database.orm.select().from(database.tables.responses)
    const asked = stored.filter(({ side }) => side === 'partner')
    expect(asked.length).toBeGreaterThan(400)
    for (const { assessmentId, itemId } of asked) {
      const version = versions.get(assessmentId)
      const item = version && findItem(version.questionnaire, itemId)
      expect(item && isAsked(item, 'partner'), itemId).toBe(true)
    }
  })
})
