import type { Questionnaire } from '../questionnaire.ts'
import type { Score } from '../scorecard.ts'
import { assessmentColumns } from './assessment-columns.ts'
import { rowOf, type Column, type ColumnOf, type Row } from './cell.ts'
import { scoredSide, type Exportable } from './exportable.ts'

/** What a row is made of: the score of a domain, or of all where there is none. */
interface Scored {
  exportable: Exportable
  domain: Questionnaire['domains'][number] | null
  score: Score
}

const ownColumns: readonly ColumnOf<Scored>[] = [
  {
    name: 'scope',
    type: 'text',
    description: '"domain" for the score of one domain, "overall" for that of all.',
    width: 10,
    of: ({ domain }) => (domain ? 'domain' : 'overall'),
  },
  {
    name: 'domain',
    type: 'text',
    description: 'The domain’s id; empty for the overall score.',
    width: 18,
    of: ({ domain }) => domain?.id ?? null,
  },
  {
    name: 'label',
    type: 'text',
    description: 'The domain’s title in this version; empty for the overall score.',
    width: 28,
    of: ({ domain }) => domain?.title ?? null,
  },
  {
    name: 'scored_side',
    type: 'text',
    description:
      'Whose responses the score is made of: "agreed" where it is co-reviewed, "agency" where it is not.',
    width: 12,
    of: ({ exportable }) => scoredSide(exportable.shared),
  },
  {
    name: 'score',
    type: 'number',
    description: 'From 0 to 100, to four decimals; empty where nothing is scored.',
    width: 10,
    of: ({ score }) => score.score,
  },
  {
    name: 'answered',
    type: 'whole number',
    description: 'How many scored items apply and are answered.',
    width: 10,
    of: ({ score }) => score.answered,
  },
  {
    name: 'applicable',
    type: 'whole number',
    description: 'How many scored items apply.',
    width: 10,
    of: ({ score }) => score.applicable,
  },
  {
    name: 'completeness',
    type: 'number',
    description: 'answered ÷ applicable, to four decimals; empty where nothing applies.',
    width: 14,
    of: ({ score }) => score.completeness,
  },
  {
    name: 'band',
    type: 'text',
    description: 'The band’s id; empty while the band is withheld.',
    width: 14,
    of: ({ score }) => score.band,
  },
  {
    name: 'band_label',
    type: 'text',
    description: 'The band’s name in this version.',
    width: 16,
    of: ({ score, exportable }) =>
      exportable.questionnaire.scoring.bands.find(({ id }) => id === score.band)?.label ?? null,
  },
  {
    name: 'capped_by',
    type: 'text',
    description:
      'Ids of the must-have items that are below their passing level, joined by ";"; always empty where answers are not shared.',
    width: 34,
    of: ({ score }) => (score.cappedBy.length > 0 ? score.cappedBy.join(';') : null),
  },
  {
    name: 'engine',
    type: 'text',
    description: 'The version of the engine that scored it.',
    width: 8,
    of: ({ exportable }) => exportable.shared.engine,
  },
  {
    name: 'questionnaire_sha256',
    type: 'text',
    description: 'The SHA-256 of the questionnaire’s canonical JSON (RFC 8785).',
    width: 20,
    of: ({ exportable }) => exportable.shared.questionnaire.sha256,
  },
  {
    name: 'scorecard_sha256',
    type: 'text',
    description:
      'The SHA-256 of the scorecard’s canonical JSON (RFC 8785). Where only scores are shared, of the scorecard without the items in capped_by.',
    width: 20,
    of: ({ exportable }) => exportable.scorecardSha256,
  },
]

const columns: readonly ColumnOf<Scored>[] = [
  ...assessmentColumns.map((column) => ({
    ...column,
    of: ({ exportable }: Scored) => column.of(exportable),
  })),
  ...ownColumns,
]

/** The columns of a file with one row for each score. */
export const scoreColumns: readonly Column[] = columns

/** The overall score, then one row for each domain's. */
export function* scoreRows(exportable: Exportable): Generator<Row> {
  const { scorecard } = exportable.shared
  yield rowOf(columns, { exportable, domain: null, score: scorecard.overall })
  for (const { id, ...score } of scorecard.domains) {
    const domain = exportable.questionnaire.domains.find((candidate) => candidate.id === id)
    if (!domain) throw new Error(`the questionnaire has no domain ${id}`)
    yield rowOf(columns, { exportable, domain, score })
  }
}
