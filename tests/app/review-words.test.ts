import { expect, test } from 'vitest'
import { reviewOf } from '#app/review-words.ts'

const finalizedAt = new Date('2026-03-01T12:00:00Z')
const before = new Date('2026-02-01T12:00:00Z')
const after = new Date('2026-04-01T12:00:00Z')

test.each([
  ['nobody was asked', null, null, { coReviewed: false, alone: null }],
  ['a partner signed', 'p', null, { coReviewed: true, alone: null }],
  ['it went on alone before', 'p', before, { coReviewed: false, alone: 'released' }],
  ['it was reopened and went on alone after', 'p', after, { coReviewed: true, alone: null }],
] as const)('reviewOf a copy where %s', (_, partnershipId, aloneSince, review) => {
  const aloneReason = aloneSince && ('released' as const)
  expect(reviewOf({ partnershipId, aloneSince, aloneReason }, finalizedAt)).toEqual(review)
})
