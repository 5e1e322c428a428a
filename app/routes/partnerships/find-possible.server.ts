import { plainText } from '#assessments/text.ts'
import type { Side } from '#assessments/access.ts'
import { stateName } from '#app/accounts/states.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { Database } from '#db/database.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import type { OtherEnd } from '#db/queries/partnerships.server.ts'
import { listPossiblePartners, nearestPossiblePartners } from '#db/queries/possible-partners.server.ts'

/** How many are listed; whoever doesn't find theirs among them says more of it. */
const most = 20

const findSchema = plainText(100).catch('')

/** The organizations to which this one can propose a partnership: the nearest, or those that somebody looks for. */
export async function findPossible(
  database: Database,
  organization: Organization,
  side: Side,
  search: URLSearchParams,
) {
  const find = findSchema.parse(search.get('find') ?? '')
  const words = wordsOf(find)
  const { total, nearest } =
    words.length === 0
      ? await nearestPossiblePartners(database, organization, side, most)
      : nearestOf(await listPossiblePartners(database, organization.id, side), organization, words)
  const listed = nearest.map(({ id, name, ...place }) => ({ id, name, place: placeOf(place) }))
  return { find, total, listed }
}

function nearestOf(all: readonly OtherEnd[], { county, state }: Organization, words: readonly string[]) {
  const found = all.filter((one) => isMeant(one, words))
  const far = (one: OtherEnd) => (one.state !== state ? 2 : one.county === county ? 0 : 1)
  const nearest = found.toSorted((one, other) => far(one) - far(other)).slice(0, most)
  return { total: found.length, nearest }
}

/** Each word is somewhere in the name, the county or the state; a short one, such as "OH", begins a word there. */
function isMeant({ name, county, state }: OtherEnd, words: readonly string[]): boolean {
  const text = ` ${wordsOf([name, county, state, stateName(state)].join(' ')).join(' ')}`
  return words.every((word) => text.includes(word.length > 2 ? word : ` ${word}`))
}

/** The words of a text as people type them: without accents, apostrophes and capitals. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’‘ʻ`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
