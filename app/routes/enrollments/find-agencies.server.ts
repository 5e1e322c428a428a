import { plainText } from '#assessments/text.ts'
import { states } from '#app/accounts/states.ts'
import { placeOf } from '#app/partnerships/partnership-words.ts'
import type { Database } from '#db/database.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { findPossibleAgencies } from '#db/queries/possible-agencies.server.ts'

/** How many are listed; whoever doesn't find theirs among them says more of it. */
const most = 20

const findSchema = plainText(100).catch('')

/** The agencies that a program can invite: the nearest, or those that somebody looks for. */
export async function findAgencies(database: Database, program: Organization, asked: string) {
  const find = findSchema.parse(asked)
  const sought = wordsOf(find).map((word) => ({ word, states: statesCalled(word) }))
  const { total, nearest } = await findPossibleAgencies(database, program, sought, most)
  const listed = nearest.map(({ id, name, ...place }) => ({ id, name, place: placeOf(place) }))
  return { find, total, listed }
}

/** The words of a text, in lower case; at most ten. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}@.'’-]+/u)
    .filter((word) => word !== '')
    .slice(0, 10)
}

/** The codes of the states whose name holds a word: "ohio", "carolina". */
function statesCalled(word: string): string[] {
  if (word.length < 3) return []
  return states.filter(({ name }) => name.toLowerCase().includes(word)).map(({ code }) => code)
}
