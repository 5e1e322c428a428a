import { likeForLike, type RatedRound } from '#assessments/like-for-like.ts'

/** What a comparison of two rounds is taken on, as a sentence. */
export function basisSentence(older: RatedRound, newer: RatedRound): string {
  if (likeForLike(older, newer).basis === 'agreed') {
    return 'Compared is what both sides agreed on, then and now.'
  }
  const own = 'Compared are the agency’s own ratings, then and now'
  if (!older.sides && !newer.sides) return `${own}.`
  return `${own}, because ${older.sides ? 'the later' : 'the earlier'} round was not co-reviewed.`
}

/** The same of one point of a line, in a word or two. */
export function basisWords(basis: 'agreed' | 'agency'): string {
  return basis === 'agreed' ? 'agreed levels' : 'agency’s own ratings'
}
