import type { ColumnOf } from './cell.ts'
import type { Exportable } from './exportable.ts'

/** What every row says first: whose assessment it is of, which, and under which version of which questionnaire. */
export const assessmentColumns: readonly ColumnOf<Exportable>[] = [
  {
    name: 'agency_id',
    type: 'text',
    description: 'The agency’s id; it never changes.',
    width: 24,
    of: ({ agency }) => agency.id,
  },
  {
    name: 'agency_name',
    type: 'text',
    description: 'The agency’s name.',
    width: 32,
    of: ({ agency }) => agency.name,
  },
  {
    name: 'agency_state',
    type: 'text',
    description: 'The state, two letters.',
    width: 12,
    of: ({ agency }) => agency.state,
  },
  {
    name: 'agency_county',
    type: 'text',
    description: 'The county.',
    width: 18,
    of: ({ agency }) => agency.county,
  },
  {
    name: 'agency_type',
    type: 'text',
    description: 'What kind of agency it is.',
    width: 16,
    of: ({ agency }) => agency.type,
  },
  {
    name: 'agency_size_band',
    type: 'text',
    description:
      'The agency’s size, in bands of full-time sworn officers: "10 to 24", because spreadsheets take "10-24" for a date.',
    width: 16,
    of: ({ agency }) => agency.sizeBand?.replace('-', ' to ') ?? null,
  },
  {
    name: 'agency_ori',
    type: 'text',
    description: 'The agency’s Originating Agency Identifier, where it is known.',
    width: 12,
    of: ({ agency }) => agency.ori,
  },
  {
    name: 'assessment',
    type: 'text',
    description: 'The assessment’s id; it never changes.',
    width: 24,
    of: ({ shared }) => shared.assessment,
  },
  {
    name: 'copy',
    type: 'whole number',
    description:
      '1 where it was made final once; one more each time that it was reopened and made final again.',
    width: 8,
    of: ({ copy }) => copy,
  },
  {
    name: 'as_of',
    type: 'date',
    description: 'The day whose state the answers describe.',
    width: 12,
    of: ({ shared }) => ({ date: shared.asOf }),
  },
  {
    name: 'finalized_at',
    type: 'moment',
    description: 'When it was made final, in UTC.',
    width: 20,
    of: ({ finalizedAt }) => ({ moment: finalizedAt }),
  },
  {
    name: 'questionnaire',
    type: 'text',
    description: 'The questionnaire’s short name.',
    width: 22,
    of: ({ questionnaire }) => questionnaire.slug,
  },
  {
    name: 'questionnaire_version',
    type: 'text',
    description: 'The version under which it was answered and scored.',
    width: 12,
    of: ({ questionnaire }) => questionnaire.version,
  },
  {
    name: 'co_reviewed',
    type: 'yes or no',
    description:
      'true where a partner rated it too and both sides signed; false where it is not co-reviewed.',
    width: 12,
    of: ({ shared }) => shared.coReviewed,
  },
  {
    name: 'went_alone',
    type: 'text',
    description: 'Why it went on without the partner who had been asked; empty where it did not.',
    width: 16,
    of: ({ shared }) => shared.alone ?? null,
  },
]
