import { likeForLike, type Basis, type RatedRound } from '#assessments/like-for-like.ts'

/** What a comparison of two rounds is taken on, as a sentence. */
export function basisSentence(older: RatedRound, newer: RatedRound): string {
  if (likeForLike(older, newer).basis === 'agreed') {
    return 'This compares what both sides agreed on, in both rounds.'
  }
  const own = 'This compares the agency’s own ratings, in both rounds'
  if (!older.sides && !newer.sides) return `${own}.`
  return `${own}, because the ${older.sides ? 'later' : 'earlier'} one was not co-reviewed.`
}

/** The same of one point of a line, in a word or two. */
export function basisWords(basis: Basis): string {
  return basis === 'agreed' ? 'agreed levels' : 'the agency’s own ratings'
}
