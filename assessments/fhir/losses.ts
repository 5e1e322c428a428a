/** Something that doesn't come back when it was written as FHIR and is read again. */
export interface Loss {
  id: string
  /** What it is lost from. */
  of: 'questionnaire' | 'responses'
  what: string
  why: string
}

/** All that is lost; everything else comes back as it was. */
export const fhirLosses = [
  {
    id: 'editor-schema',
    of: 'questionnaire',
    what: 'the "$schema" of a questionnaire’s file',
    why: 'It helps an editor with the file, and says nothing of the questionnaire.',
  },
  {
    id: 'hidden-responses',
    of: 'responses',
    what: 'responses to items that the other answers hide, and how they were settled',
    why: 'A completed QuestionnaireResponse holds nothing that isn’t enabled. They count for nothing.',
  },
  {
    id: 'other-versions',
    of: 'responses',
    what: 'responses to items that this version of the questionnaire doesn’t have',
    why: 'A QuestionnaireResponse holds only what its Questionnaire asks. They count for nothing.',
  },
  {
    id: 'empty-responses',
    of: 'responses',
    what: 'that an item has a response in which there is nothing',
    why: 'It is unanswered, and so is an item that is left out.',
  },
  {
    id: 'scores',
    of: 'responses',
    what: 'scores and bands',
    why: 'FHIR R4 has no place for them in a QuestionnaireResponse. They can be computed again, and the SHA-256 of the scorecard tells whether they come out the same.',
  },
  {
    id: 'what-is-shared',
    of: 'responses',
    what: 'which parts of an assessment its agency shares',
    why: 'What isn’t shared isn’t written; where typed text isn’t, each text item is marked as masked, and an item that is shown only because of such a text counts as hidden.',
  },
] as const satisfies readonly Loss[]
export type LossId = (typeof fhirLosses)[number]['id']

/** What comes back, but other software than this doesn't see or understand. */
export const unseenByOthers: readonly string[] = [
  'weights, must-haves, bands and the bounds of scoring',
  'the levels’ names and meanings: an option shows the item’s own anchor',
  'that an item is for the agency alone, or optional for the partner, and whether it is required then',
  'whether "not applicable" may be chosen, and the reason where it was',
  'an item’s examples of evidence, sources and resources, and that it asks about the whole county',
  'notes and links to evidence, how an agreed response was settled, and that an assessment was not co-reviewed',
  'what a version did to each item of the one before',
  'the one condition that enableWhen can’t express: one of several of which one must hold, that an item is answered with another text. To others the item is shown always',
]
