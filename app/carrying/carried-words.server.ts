import { changesBetween } from '#assessments/changes-between.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { VersionDiff } from '#assessments/version-diff.ts'
import { findItem } from '#assessments/questionnaire.ts'
import type { Carried, EarlierAnswer, Given, Response } from '#assessments/response.ts'
import type { RequestContext } from '#app/context.server.ts'
import { formatDate, formatMoment } from '#app/format.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { findPerson } from '#db/queries/people.server.ts'
import type { CarriedWords, EarlierWords } from './carried-words.ts'
import { whyAnew } from './why-anew.ts'

/** For whom it is put into words, and in which assessment they stand. */
export interface CarriedReader {
  assessment: Pick<Assessment, 'id' | 'agencyId' | 'timeZone'>
  version: CatalogVersion
  personId: string
}

/** Puts into words where responses were carried from, by whatever they are called; those that weren't are left out. */
export async function readCarriedWords(
  context: RequestContext,
  responses: ReadonlyMap<string, { itemId: string; response: Response }>,
  reader: CarriedReader,
): Promise<Record<string, CarriedWords>> {
  const carried = [...responses].flatMap(([key, { itemId, response }]) =>
    response.carried ? [{ key, itemId, carried: response.carried }] : [],
  )
  const words = await readNames(
    context,
    carried.map((one) => one.carried),
    reader,
  )
  const changes = new Map<string, VersionDiff | null>()
  const diffFrom = (older: string) => {
    const known = changes.get(older) ?? readDiff(context, older, reader.version)
    changes.set(older, known)
    return known
  }
  return Object.fromEntries(
    carried.map(({ key, itemId, carried: { assessment, earlier = [], ...given } }) => [
      key,
      {
        from: words.from(assessment),
        ...words.given(given),
        why: whyAnew(itemId, [...new Set(earlier.map(({ version }) => version))].map(diffFrom)),
        earlier: earlier.map((one) => earlierWords(context, one, itemId, reader, words.given(one))),
      },
    ]),
  )
}

interface Names {
  from: (assessmentId: string) => string
  given: (given: Given) => { when: string; by: string }
}

/** Each assessment and each person is looked up once, however many answers come from them. */
async function readNames(
  { database }: RequestContext,
  carried: readonly Carried[],
  { assessment: here, personId }: CarriedReader,
): Promise<Names> {
  const ids = new Set(carried.map(({ assessment }) => assessment))
  const people = new Set(carried.flatMap((one) => [one, ...(one.earlier ?? [])].map(({ person }) => person)))
  const [sources, givers] = await Promise.all([
    Promise.all([...ids].map(async (id) => [id, await findAssessment(database, id)] as const)),
    Promise.all([...people].map(async (id) => [id, (await findPerson(database, id))?.name] as const)),
  ])
  const froms = new Map(sources.map(([id, source]) => [id, fromWords(source, here)]))
  const names = new Map(givers)
  return {
    from: (id) => froms.get(id) ?? '',
    given: ({ at, person }) => ({
      when: formatMoment(new Date(at), here.timeZone),
      by: person === personId ? 'you' : (names.get(person) ?? 'a former member'),
    }),
  }
}

function fromWords(source: Assessment | undefined, here: CarriedReader['assessment']): string {
  if (!source) return 'Carried forward from another assessment'
  if (source.id === here.id) return 'From this assessment, before it was moved to another version'
  const asOf = formatDate(source.asOf)
  return source.agencyId === here.agencyId
    ? `Carried forward from your assessment as of ${asOf}`
    : `Copied from your answers for ${source.agencyName}, as of ${asOf}`
}

function readDiff({ catalog }: RequestContext, older: string, newer: CatalogVersion): VersionDiff | null {
  const before = catalog.find(newer.slug, older)?.questionnaire
  return before ? changesBetween(catalog.lineage(newer.slug), before, newer.questionnaire) : null
}

function earlierWords(
  { catalog }: RequestContext,
  { item: id, version, response }: EarlierAnswer,
  itemId: string,
  reader: CarriedReader,
  given: { when: string; by: string },
): EarlierWords {
  const before = catalog.find(reader.version.slug, version)?.questionnaire
  const item = before && findItem(before, id)
  const now = findItem(reader.version.questionnaire, itemId)
  return {
    ...given,
    version,
    question: item?.question === now?.question ? null : (item?.question ?? id),
    item: item ? { ...item, guidance: undefined } : null,
    levels: before?.levels ?? [],
    response,
  }
}
