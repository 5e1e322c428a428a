import type { Questionnaire } from '#assessments/questionnaire.ts'
import { formatDate } from '../format.ts'
import { changesView, type ChangesView } from '../results/changes-view.ts'
import type { RaiserView } from '../results/raiser-view.ts'
import { resultsView, type ResultsView } from '../results/results-view.ts'
import type { ReviewView } from '../results/review-view.ts'
import { roundNames } from '../results/round-labels.ts'
import { changeSentence } from '../results/score-words.ts'
import { whyAlone } from '../review-words.ts'
import { domainReports, type DomainReport } from './domain-report.ts'
import { obstaclesOf, obstaclesOfScores, type Obstacle } from './holding-back.ts'
import { howComputed, type HowComputed } from './how-computed.ts'
import {
  forEdition,
  sharedRound,
  type ActionItem,
  type Edition,
  type ReportedRound,
  type ReportRequest,
  type Signature,
} from './report-input.ts'
import { standingOf, standingOfScores, type Standing } from './score-rows.ts'

/** What a report of one assessment is made of. */
export interface AssessmentReportInput extends ReportRequest {
  agency: string
  /** The partner's name; null where nobody was asked. */
  partner: string | null
  round: ReportedRound
  /** The round before, as much of it as is shared; null where this is the first. */
  before: ReportedRound | null
  /** All known versions of the questionnaire. */
  lineage: readonly Questionnaire[]
  /** Who signed; left out of a public edition. */
  signatures?: readonly Signature[]
  actions?: readonly ActionItem[]
}

/** What the first page of a report on an agency says, for whoever reads only that. */
export interface FirstPage {
  standing: Standing
  /** The overall change in a sentence; null where there is no round before. */
  change: string | null
  /** What the overall band means. */
  bandMeaning: string | null
  obstacles: Obstacle[]
  /** What would raise the score most; null where answers aren't shared. */
  next: RaiserView[] | null
  /** Whether a partner rated it too, in a word and in a sentence. */
  review: { coReviewed: boolean; sentence: string }
}

/** All that a report of one assessment says, in words and numbers that need no further thought. */
export interface AssessmentReport {
  kind: 'assessment'
  edition: Edition
  agency: string
  /** "March 2026" */
  round: string
  asOf: string
  madeOn: string
  questionnaire: string
  beingRevised: boolean
  first: FirstPage
  /** Null where there is no round before, or its answers or these aren't shared. */
  changes: ChangesView | null
  /** Null where it isn't co-reviewed, or the partner's own answers aren't shared. */
  review: ReviewView | null
  domains: DomainReport[]
  actions: ActionItem[]
  computed: HowComputed
  /** What the reader isn't given, one sentence each. */
  leftOut: string[]
}

/** Works out the report of one assessment. */
export function assessmentReport(input: AssessmentReportInput): AssessmentReport {
  const { edition, madeOn, lineage, agency } = input
  const round = forEdition(input.round, edition)
  const { copy, questionnaire } = round
  const facts = factsOf(round, input.before && forEdition(input.before, edition), lineage)
  const { view, standing } = facts
  const names = roundNames([copy.asOf])
  const signatures = edition === 'public' ? [] : (input.signatures ?? [])
  return {
    ...{ kind: 'assessment', edition, agency, round: names[0]?.label ?? '', madeOn },
    asOf: formatDate(copy.asOf),
    questionnaire: `${questionnaire.title}, version ${questionnaire.version}`,
    beingRevised: round.beingRevised,
    first: firstPageOf(round, facts, input),
    changes: facts.changes,
    review: copy.responses?.partner ? (view?.review ?? null) : null,
    domains: view ? domainReports(round, view, standing) : [],
    actions: (input.actions ?? []).map((action) =>
      edition === 'public' ? { ...action, owner: null } : action,
    ),
    computed: howComputed(round, view, { madeOn, signatures }),
    leftOut: leftOutOf(round, edition),
  }
}

/** What can be worked out of a round, as far as it is shared. */
export interface RoundFacts {
  /** Null where answers aren't shared. */
  view: ResultsView | null
  changes: ChangesView | null
  standing: Standing
}

/** Works out a round's results and what changed since another. */
export function factsOf(
  round: ReportedRound,
  before: ReportedRound | null,
  lineage: readonly Questionnaire[],
): RoundFacts {
  const [present, past] = [sharedRound(round), before && sharedRound(before)]
  if (!present) return { view: null, changes: null, standing: standingOfScores(round) }
  const view = resultsView(present, past, lineage)
  const since = past && roundNames([past.date, present.date])[0]
  const changes = past && since ? changesView(past, present, lineage, since) : null
  return { view, changes, standing: standingOf(view, changes) }
}

interface Named {
  agency: string
  partner: string | null
  before: ReportedRound | null
}

export function firstPageOf(round: ReportedRound, { view, standing }: RoundFacts, named: Named): FirstPage {
  const { coReviewed } = round.copy
  return {
    standing,
    change: changeOf(view, standing, named.before),
    bandMeaning: view?.overall.band?.meaning ?? null,
    obstacles: view ? obstaclesOf(view) : obstaclesOfScores(standing),
    next: view?.next ?? null,
    review: { coReviewed, sentence: coReviewed ? bothSentence(named) : aloneSentence(round) },
  }
}

function changeOf(view: ResultsView | null, { overall }: Standing, before: ReportedRound | null) {
  if (view?.change) {
    const sentence = changeSentence(view.change)
    return view.change.displayed === null ? sentence : `${sentence} ${view.change.basis}`
  }
  if (overall.change === null || !before) return null
  const since = roundNames([before.copy.asOf])[0]?.label ?? ''
  if (overall.change === 'not comparable') return `Too little in common with ${since} to compare.`
  return overall.change === '0'
    ? `No change since ${since}, on the same items.`
    : `${overall.change} since ${since}, on the same items.`
}

function bothSentence({ agency, partner }: Named): string {
  const who = partner === null ? `${agency} and its partner` : `${agency} and its partner ${partner}`
  return `${who} rated it independently and settled their differences. The agreed levels count.`
}

function aloneSentence({ copy }: ReportedRound): string {
  const why = whyAlone(copy.alone ?? null)
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
}

/** What an edition and a sharing leave out. */
export function leftOutOf(
  { copy: { responses, sharing, coReviewed } }: ReportedRound,
  edition: Edition,
): string[] {
  if (edition === 'public') {
    const scores = responses ? '' : ' It shows scores only: the answers are not shared.'
    return [`This is the public edition: it leaves out notes, evidence and the names of people.${scores}`]
  }
  if (!responses) return ['The agency shares its scores and not its answers, so no item is shown here.']
  return [
    ...(sharing.notes ? [] : ['Notes and evidence are not shared.']),
    ...(coReviewed && !responses.partner ? ['The partner’s own ratings are not shared.'] : []),
  ]
}
