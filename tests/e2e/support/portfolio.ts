import { loadCatalog } from '#assessments/catalog.server.ts'
import { openDatabase } from '#db/database.server.ts'
import { makePortfolio } from '../../../bench/scale/make-portfolio.ts'
import type { App } from './app.ts'
import { addressOf, type Person } from './people.ts'

/** Makes a program with somebody as its coordinator, and so many agencies of ten rounds each; resolves to its id. */
export async function newPortfolio(app: App, coordinator: Person, agencies: number): Promise<string> {
  const database = await openDatabase(app.databaseFile)
  const { organizations, members, people, questionnaireVersions } = database.tables
  const at = new Date()
  const [id, everybody] = [crypto.randomUUID(), crypto.randomUUID()]
  try {
    const found = await database.orm.select({ id: people.id, email: people.email }).from(people)
    const by = found.find(({ email }) => email === addressOf(coordinator.name))?.id ?? ''
    await database.orm.insert(people).values({
      ...{ id: everybody, name: 'Everybody', email: 'everybody@example.org', createdAt: at, updatedAt: at },
    })
    await database.orm.insert(organizations).values({
      ...{ id, kind: 'program', name: 'State Office', state: 'OH', county: '', timeZone: 'America/New_York' },
      ...{ status: 'confirmed', createdAt: at, createdBy: by },
    })
    const member = { organizationId: id, personId: by, role: 'coordinator', createdAt: at } as const
    await database.orm.insert(members).values(member)
    const { versions } = await loadCatalog({ folders: ['assessments/questionnaires'] })
    const usual = versions.filter(({ slug }) => slug === 'pmhc-self-assessment').reverse()
    for (const { slug, version, json, sha256 } of usual) {
      const kept = { slug, version, json, sha256, firstUsedAt: at }
      await database.orm.insert(questionnaireVersions).values(kept).onConflictDoNothing()
    }
    await makePortfolio(database, usual, { programId: id, personId: everybody, agencies, rounds: 10 })
    return id
  } finally {
    await database.close()
  }
}
