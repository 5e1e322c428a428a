import type { MoveRefusal } from '#db/move-rules.ts'

/** Why an assessment stays on its version, for people of its agency. */
export const moveRefusalWords: Record<MoveRefusal | 'version-withdrawn', string> = {
  'not-answering': 'It is no longer being answered, and stays on its version.',
  submitted: 'One side has submitted its answers. They were given to the questions of this version.',
  'was-final':
    'It was final before, and is being revised. What was final then is of this version, and so is what takes its place. The next assessment can be of the newer one.',
  'version-withdrawn': 'That version is not offered any more.',
}
