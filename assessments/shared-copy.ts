import type { FrozenDocument } from './frozen-copy.ts'
import { findItem, type Questionnaire } from './questionnaire.ts'
import type { Response, Responses } from './response.ts'
import type { Score, Scorecard } from './scorecard.ts'
import { shares, type Sharing } from './sharing.ts'

/** Stands for a reason why an item doesn't apply, where what was typed isn't shared. */
export const reasonNotShared = 'not shared'

/** As much of a frozen copy as is shared: the one thing that reports, files and pages for others are made of. */
export interface SharedCopy extends Pick<
  FrozenDocument,
  'assessment' | 'questionnaire' | 'engine' | 'asOf' | 'coReviewed' | 'settled' | 'alone'
> {
  sharing: Sharing
  /** `cappedBy` is empty where answers aren't shared. */
  scorecard: Scorecard
  /** Null where answers aren't shared; the partner's is null too where there is none or it isn't shared. */
  responses: { agency: Responses; partner: Responses | null; agreed: Responses | null } | null
}

/** Takes out of a frozen copy what isn't shared; null where not even scores are. */
export function sharedCopy(
  document: FrozenDocument,
  questionnaire: Questionnaire,
  sharing: Sharing,
): SharedCopy | null {
  if (!shares(sharing, 'scores')) return null
  const { assessment, engine, asOf, coReviewed, settled, alone, scorecard } = document
  const answers = shares(sharing, 'answers')
  return {
    ...{ assessment, questionnaire: document.questionnaire, engine, asOf, coReviewed },
    ...(answers && settled && { settled: sharing.partner ? settled : marksAlone(settled) }),
    ...(alone && { alone }),
    sharing: answers ? sharing : { ...sharing, notes: false, partner: false },
    scorecard: answers ? scorecard : withoutItems(scorecard),
    responses: answers ? sharedResponses(document, questionnaire, sharing) : null,
  }
}

/** That an item was not agreed is said wherever it appears; how another came about would tell what the partner chose. */
function marksAlone(settled: NonNullable<FrozenDocument['settled']>) {
  return Object.fromEntries(Object.entries(settled).filter(([, how]) => how === 'not-agreed'))
}

/** What of a shared copy may be given to anybody: nothing that somebody typed, and nothing of the partner's own answers. */
export function publicCopy(copy: SharedCopy, questionnaire: Questionnaire): SharedCopy {
  const { responses, settled } = copy
  return {
    ...copy,
    ...(settled && { settled: marksAlone(settled) }),
    sharing: { ...copy.sharing, notes: false, partner: false },
    responses: responses && {
      agency: withoutTypedText(responses.agency, questionnaire),
      partner: null,
      agreed: responses.agreed && withoutTypedText(responses.agreed, questionnaire),
    },
  }
}

function sharedResponses(
  { responses: { agency, partner }, agreed }: FrozenDocument,
  questionnaire: Questionnaire,
  sharing: Sharing,
) {
  const asShared = (all: Responses) => (sharing.notes ? all : withoutTypedText(all, questionnaire))
  return {
    agency: asShared(agency),
    partner: partner && sharing.partner ? asShared(partner) : null,
    agreed: agreed && asShared(agreed),
  }
}

function withoutItems({ questionnaire, overall, domains }: Scorecard): Scorecard {
  const without = <S extends Score>(score: S): S => ({ ...score, cappedBy: [] })
  return { questionnaire, overall: without(overall), domains: domains.map(without) }
}

/** Answers without anything that somebody typed; what was chosen stays, and scores the same. */
function withoutTypedText(responses: Responses, questionnaire: Questionnaire): Responses {
  const kept = Object.entries(responses).map(([id, { value, notApplicable, dontKnow }]) => {
    const typed = findItem(questionnaire, id)?.kind === 'text'
    const response: Response = {
      ...(value !== undefined && !typed && { value }),
      ...(notApplicable !== undefined && { notApplicable: reasonNotShared }),
      ...(dontKnow && { dontKnow }),
    }
    return [id, response] as const
  })
  return Object.fromEntries(kept.filter(([, response]) => Object.keys(response).length > 0))
}
