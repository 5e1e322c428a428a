/** What a form of the review page comes to: where to go next, or why nothing was done. */
export type ReviewAnswer =
  | { status: 'done'; next: 'results' | 'differences' | 'review' }
  | { status: 'refused'; http: 400 | 409; reason: string }

export function refused(http: 400 | 409, reason: string): ReviewAnswer {
  return { status: 'refused', http, reason }
}

/** Said where what the person looked at isn't what there is any more. */
export const changed = refused(
  409,
  'Nothing was submitted: somebody saved or submitted while you were looking. This page now shows what is there; look through it once more.',
)
