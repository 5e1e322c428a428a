import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedResponses } from '#assessments/asked.ts'
import { canonicalJson } from '#assessments/canonical.ts'
import { itemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Response, Responses } from '#assessments/response.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import { countingResponses } from '#assessments/carried.ts'
import { findAssessment, startAssessment } from '#db/queries/assessments.server.ts'
import type { Database } from '#db/database.server.ts'
import { moveToVersion, undoMove } from '#db/queries/move-version.server.ts'
import { readResponses, responseHistory } from '#db/queries/responses.server.ts'
import { arbitraryChain, type Chain, type KnownVersion } from '#tests/support/arbitrary-versions.ts'
import { addOrganization, addPerson, minute, save } from '#tests/support/database-builders.ts'
import { describeEngines } from '#tests/support/engines.ts'

const answers = ({ value, notApplicable, dontKnow }: Response) =>
  value !== undefined || notApplicable !== undefined || dontKnow === true
const says = (response: Response | undefined) => Object.keys(response ?? {}).length > 0

/** What the program keeps of a version; each run has a questionnaire of its own. */
function kept(slug: string, questionnaire: Questionnaire) {
  const json = canonicalJson(JSON.parse(JSON.stringify(questionnaire)))
  return { slug, version: questionnaire.version, json, sha256: sha256(json), questionnaire }
}

/** The answers of an agency's side: all rows, and those that count under a version. */
async function read(database: Database, id: string, { questionnaire }: KnownVersion) {
  const rows = [...(await readResponses(database, id, 'agency'))]
  const all: Responses = Object.fromEntries(rows.map(([itemId, { response }]) => [itemId, response]))
  const counting = countingResponses(askedResponses(questionnaire, 'agency', all))
  return { rows, all, counting }
}

/** An assessment that is answered under each version of a chain, and moved from one to the next. */
async function walked(database: Database, { versions, rounds }: Chain, undoes: readonly boolean[]) {
  const slug = crypto.randomUUID()
  const ann = await addPerson(database, crypto.randomUUID())
  const agencyId = await addOrganization(database, ann)
  const [first] = versions
  if (!first) throw new Error('a chain has a version')
  const started = await startAssessment(
    database,
    {
      ...{ agencyId, slug, version: '1.0.0', asOf: '2026-03-01', startedBy: ann },
      ...{ contributors: [], partnershipId: null },
    },
    kept(slug, first.questionnaire),
    minute(1),
  )
  if (started.status !== 'started') throw new Error(started.status)
  const { id } = started
  const lineage = versions.map(({ questionnaire }) => questionnaire)
  let minutes = 2
  const given = new Map<string, Response>()
  /** By what is asked, the answer that counts. */
  const answers = new Map<string, Response>()
  for (const [at, version] of versions.entries()) {
    if (at > 0) {
      const move = async () => {
        const seen = await findAssessment(database, id)
        const outcome = await moveToVersion(database, {
          ...{
            assessmentId: id,
            lineage,
            to: kept(slug, version.questionnaire),
            by: ann,
            at: minute(minutes++),
          },
          seen: { version: seen?.version ?? '', agencyRevision: seen?.sides.agency?.revision ?? 0 },
        })
        expect(outcome.status).toBe('moved')
      }
      const before = await read(database, id, versions[at - 1] ?? first)
      await move()
      if (undoes[at]) {
        const back = { assessmentId: id, lineage, by: ann, at: minute(minutes++) }
        expect(await undoMove(database, back)).toMatchObject({ status: 'undone' })
        const after = await read(database, id, versions[at - 1] ?? first)
        expect(asText(after.all)).toEqual(asText(before.all))
        await move()
      }
    }
    const round = Object.entries(rounds[at] ?? {}).filter(([, response]) => says(response))
    for (const [itemId, response] of round) {
      const current = (await readResponses(database, id, 'agency')).get(itemId)
      const base = current?.revision ?? 0
      const saveId = crypto.randomUUID()
      const saved = await save(database, id, ann, { itemId, response, base, saveId, at: minute(minutes++) })
      expect(saved.status).toBe('saved')
      given.set(`${itemId} ${base + 1}`, response)
      answers.set(version.asks.get(itemId) ?? '', response)
    }
    const { counting } = await read(database, id, version)
    for (const { id: itemId } of itemsOf(version.questionnaire)) {
      const expected = answers.get(version.asks.get(itemId) ?? '')
      if (expected) expect(counting[itemId]).toEqual(expected)
      // Of what was said about another question only notes come along.
      else
        expect(Object.keys({ ...counting[itemId], note: '', evidence: '' }).sort()).toEqual([
          'evidence',
          'note',
        ])
    }
  }
  return { id, given }
}

const asText = (responses: Responses) =>
  Object.fromEntries(
    Object.entries(responses).flatMap(([id, one]) => (says(one) ? [[id, canonicalJson(one)]] : [])),
  )

describeEngines('moving through a chain of versions', (engine) => {
  it('never alters what history holds, and counts what was answered to the same question alone', async () => {
    const { database } = engine
    await fc.assert(
      fc.asyncProperty(
        arbitraryChain({ most: 4 }),
        fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
        async (chain, undoes) => {
          const { id, given } = await walked(database, chain, undoes)
          const items = new Set([...given.keys()].map((key) => key.split(' ')[0] ?? ''))
          let found = 0
          for (const itemId of items) {
            const past = (await responseHistory(database, id, 'agency', itemId)).reverse()
            expect(past.map(({ revision }) => revision)).toEqual(past.map((_, place) => place + 1))
            for (const [place, { revision, before, after }] of past.entries()) {
              expect(canonicalJson(before ?? {})).toBe(canonicalJson(past[place - 1]?.after ?? {}))
              const own = given.get(`${itemId} ${revision}`)
              if (!own) continue
              found += 1
              // Beside a question that is still open stays what was answered before; that is nobody's word now.
              const { carried, ...said } = after
              expect(canonicalJson(said)).toBe(canonicalJson(own))
              expect(carried).toEqual(answers(own) ? undefined : before?.carried)
            }
          }
          expect(found).toBe(given.size)
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)
})
