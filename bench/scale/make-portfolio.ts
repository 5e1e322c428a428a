import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { frozenText, scorecardText } from '#assessments/frozen-copy.ts'
import { sha256 } from '#assessments/sha256.server.ts'
import type { Database } from '#db/database.server.ts'
import type { Orm, Tables } from '#db/statement.ts'
import { agencyTypes, sizeBands } from '#db/words.ts'
import { writeAll } from '#db/write-all.server.ts'
import { randomFor, type Random } from '../../demo/random.ts'
import { makeSeries, type SeriesRound } from './series.ts'

/** Of whom the portfolio is made, and how large. */
export interface Portfolio {
  programId: string
  /** Stands for everybody who did anything. */
  personId: string
  agencies: number
  rounds: number
}

type RowsOf = { [Name in keyof Tables]?: Tables[Name]['$inferInsert'][] }

const batch = 25
const distinctSeries = 200
const states = ['AK', 'CO', 'FL', 'GA', 'IL', 'KS', 'ME', 'NM', 'OH', 'OR', 'TX', 'VA', 'WI']

/**
 * Enrolls so many agencies with final assessments in a program. Every copy, score, change and result is there as it
 * would be; the responses that the copies were made of are not, since no page of a program reads them.
 */
export async function makePortfolio(
  database: Database,
  versions: readonly CatalogVersion[],
  portfolio: Portfolio,
): Promise<void> {
  const pool = Array.from({ length: Math.min(distinctSeries, portfolio.agencies) }, (_, seed) =>
    makeSeries(seed, portfolio.rounds, versions),
  )
  for (let from = 0; from < portfolio.agencies; from += batch) {
    const rows: RowsOf = {}
    for (let at = from; at < Math.min(from + batch, portfolio.agencies); at++) {
      addAgency(rows, portfolio, at, pool[at % pool.length] ?? [])
    }
    await insertAll(database, rows)
  }
}

/** The same ids each time, so that two databases of one size are equal. */
const idOf = (kind: number, agency: number, round = 0) =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(agency).padStart(8, '0')}${String(round).padStart(4, '0')}`

function add<Name extends keyof Tables>(rows: RowsOf, name: Name, row: Tables[Name]['$inferInsert']) {
  const list: Tables[Name]['$inferInsert'][] = rows[name] ?? []
  list.push(row)
  Object.assign(rows, { [name]: list })
}

function addAgency(rows: RowsOf, portfolio: Portfolio, at: number, series: readonly SeriesRound[]) {
  const { personId, programId } = portfolio
  const random = randomFor('agency', at)
  const agencyId = idOf(1, at)
  const since = new Date(Date.UTC(random.between(2016, 2025), random.between(0, 11), 15))
  const name = `${nameOf(random)} ${at}`
  add(rows, 'organizations', {
    ...{ id: agencyId, kind: 'agency', name, state: random.pick(states) },
    ...{ county: `County ${random.between(1, 60)}`, timeZone: 'America/Chicago' },
    ...{ agencyType: random.pick(agencyTypes), sizeBand: sizeOf(random), status: 'confirmed' },
    ...{ reassessMonths: random.chance(0.3) ? 6 : 12, createdAt: since, createdBy: personId },
  })
  add(rows, 'enrollments', {
    ...{ id: idOf(2, at), programId, agencyId, status: 'active', invitedAt: since, invitedBy: personId },
    ...{ decidedAt: since, decidedBy: personId, sharesNotes: random.chance(0.3), agencyName: name },
    shares: random.chance(0.7) ? 'answers' : random.chance(0.7) ? 'scores' : 'profile',
  })
  const wanted = random.chance(0.05) ? 0 : series.length
  series.slice(series.length - wanted).forEach((round, place) => {
    addRound(rows, { agencyId, personId, at }, round, place, place === wanted - 1)
  })
  if (random.chance(0.2)) addOpen(rows, { agencyId, personId, at }, series.at(-1)?.version ?? '1.0.0')
}

interface Owner {
  agencyId: string
  personId: string
  at: number
}

function addRound(
  rows: RowsOf,
  { agencyId, personId, at }: Owner,
  round: SeriesRound,
  place: number,
  latest: boolean,
) {
  const id = idOf(3, at, place)
  const finalizedAt = new Date(`${round.asOf}T15:00:00Z`)
  const { slug, version } = round.result
  add(rows, 'assessments', {
    ...{ id, agencyId, slug, version, asOf: round.asOf, stage: 'final', revision: 1 },
    ...{ startedAt: finalizedAt, startedBy: personId, finalizedAt },
  })
  add(rows, 'sides', {
    ...{ assessmentId: id, side: 'agency', revision: 60, submittedAt: finalizedAt, submittedBy: personId },
  })
  const document = frozenText({ ...round.document, assessment: id })
  const scorecard = scorecardText(round.document.scorecard)
  add(rows, 'frozenCopies', {
    ...{ assessmentId: id, number: 1, document, sha256: sha256(document), scorecard },
    ...{ scorecardSha256: sha256(scorecard), engineVersion: round.document.engine },
    ...{ finalizedAt, finalizedBy: personId },
  })
  for (const score of round.scores) add(rows, 'scores', { ...score, assessmentId: id, number: 1 })
  add(rows, 'results', { ...round.result, assessmentId: id, number: 1, agencyId, finalizedAt, latest })
  for (const change of round.changes) {
    const since = Number(change.sinceAssessmentId.slice(-12))
    add(rows, 'changes', { ...change, assessmentId: id, sinceAssessmentId: idOf(3, at, since) })
  }
}

function addOpen(rows: RowsOf, { agencyId, personId, at }: Owner, version: string) {
  const id = idOf(4, at)
  const startedAt = new Date('2026-11-01T15:00:00Z')
  add(rows, 'assessments', {
    ...{ id, agencyId, slug: 'pmhc-self-assessment', version, asOf: '2026-11-01', stage: 'answering' },
    ...{ startedAt, startedBy: personId },
  })
  add(rows, 'sides', { assessmentId: id, side: 'agency', revision: 3, submittedAt: null })
}

const nameOf = (random: Random) =>
  `${random.pick(['North', 'South', 'Upper', 'Lower', 'New', 'Old'])} ${random.pick(['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Hazel', 'Juniper'])} ${random.pick(['Police Department', 'Sheriff’s Office'])}`

/** Most agencies are small. */
const sizeOf = (random: Random) =>
  sizeBands[Math.min(sizeBands.length - 1, Math.floor(-Math.log(1 - random.next()) * 2))]

/** In the order in which no row refers to one that comes later. */
async function insertAll({ tables, ...database }: Database, rows: RowsOf): Promise<void> {
  const into = <Name extends keyof Tables>(name: Name) =>
    chunks<Tables[Name]['$inferInsert']>(rows[name] ?? []).map(
      (some) => (orm: Orm) => orm.insert<Tables[Name]>(tables[name]).values(some),
    )
  await writeAll({ tables, ...database }, [
    ...[...into('organizations'), ...into('enrollments'), ...into('assessments'), ...into('sides')],
    ...[...into('frozenCopies'), ...into('scores'), ...into('results'), ...into('changes')],
  ])
}

/** As many rows at a time as a statement may have values. */
function chunks<T>(rows: readonly T[]): T[][] {
  const size = 200
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
