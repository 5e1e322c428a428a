import type { TakeRefusal } from '#db/queries/reconciliation.server.ts'

/** Why a step was not taken; nothing was changed by it. */
export const refusalWords: Record<TakeRefusal, string> = {
  'unknown-item':
    'There is nothing to settle about this item: it is not scored, or it is the agency’s alone.',
  'hidden-item': 'What is agreed on other items hides this one, so that it does not count now.',
  'value-not-offered': 'This item cannot have that answer. Choose one of those on the page.',
  'moved-on': 'Somebody else was first. Look at what is there now, then decide again.',
  'nothing-proposed': 'There is no open proposal any more. Look at what is there now, then decide again.',
  'own-proposal': 'Your own side made this proposal: the other side accepts it, or you withdraw it.',
  'not-own-proposal':
    'The other side made this proposal: you can accept it or make another, not withdraw it.',
  'note-missing':
    'The two sides are two levels or more apart: write in the note why you agree on this, then accept.',
  'differences-open': 'Not everything is settled. Both sides can sign once nothing is open.',
  'signed-already': 'Your side has signed already.',
  'other-scorecard':
    'What is agreed has changed since this page was shown, and with it what you would sign. Look at it once more.',
  'not-reconciling':
    'Nothing can be settled or signed here now: either not both sides have submitted, or it is final.',
  'partnership-ended':
    'The partnership has ended, so that neither side can change anything here. The agency can go on alone.',
  'id-used': 'This was sent under the id of another step. Load the page again.',
}
