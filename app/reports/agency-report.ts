import type { Questionnaire } from '#assessments/questionnaire.ts'
import { formatDate } from '../format.ts'
import { changesView, type ChangesView } from '../results/changes-view.ts'
import { driftView, type DriftView } from '../results/drift-view.ts'
import { roundNames } from '../results/round-labels.ts'
import { trendView } from '../results/trend-view.ts'
import { reviewWords } from '../review-words.ts'
import { factsOf, firstPageOf, leftOutOf, type FirstPage } from './assessment-report.ts'
import { domainReports, type DomainReport } from './domain-report.ts'
import { howComputed, type HowComputed } from './how-computed.ts'
import { levelsOverTime, type LevelsOverTime } from './levels-over-time.ts'
import {
  forEdition,
  sharedRound,
  type ActionItem,
  type Edition,
  type ReportedRound,
  type ReportRequest,
} from './report-input.ts'
import { plainTrend, type Lines } from './plain-trend.ts'

/** What a report of an agency over time is made of. */
export interface AgencyReportInput extends ReportRequest {
  agency: string
  /** The partner of the latest round; null where nobody was asked. */
  partner: string | null
  /** All rounds of one questionnaire that are shared, oldest first; there must be one at least. */
  rounds: readonly ReportedRound[]
  /** All known versions of the questionnaire. */
  lineage: readonly Questionnaire[]
  actions?: readonly ActionItem[]
}

/** All that a report of an agency over time says. */
export interface AgencyReport {
  kind: 'agency'
  edition: Edition
  agency: string
  /** "November 2023 to November 2025" */
  period: string
  asOf: string
  madeOn: string
  questionnaire: string
  beingRevised: boolean
  first: FirstPage
  rounds: { label: string; version: string; reviewed: string; finalizedOn: string }[]
  lines: Lines
  /** Null where there is one round only, or answers aren't shared. */
  sinceLast: ChangesView | null
  sinceFirst: ChangesView | null
  /** Every item with its level in each round; null where answers aren't shared. */
  levels: LevelsOverTime | null
  /** Null where fewer than two rounds were co-reviewed, or the partner's own answers aren't shared. */
  drift: DriftView | null
  /** The domains of the latest round; empty where answers aren't shared. */
  domains: DomainReport[]
  actions: ActionItem[]
  computed: HowComputed
  leftOut: string[]
}

/** Works out the report of an agency over time. */
export function agencyReport(input: AgencyReportInput): AgencyReport {
  const { agency, edition, madeOn, lineage } = input
  const rounds = input.rounds.map((round) => forEdition(round, edition))
  const latest = rounds.at(-1)
  if (!latest) throw new Error('there is no round to report of')
  const before = rounds.at(-2) ?? null
  const facts = factsOf(latest, before, lineage)
  const names = roundNames(rounds.map(({ copy }) => copy.asOf))
  const labels = names.map(({ label }) => label)
  return {
    ...{ kind: 'agency', agency, edition, madeOn, period: periodOf(labels) },
    asOf: formatDate(latest.copy.asOf),
    questionnaire: `${latest.questionnaire.title}, version ${latest.questionnaire.version}`,
    beingRevised: latest.beingRevised,
    first: firstPageOf(latest, facts, { ...input, before }),
    rounds: rounds.map(({ copy, questionnaire, finalizedOn }, index) => ({
      label: labels[index] ?? '',
      version: questionnaire.version,
      reviewed: reviewWords(copy.coReviewed),
      finalizedOn,
    })),
    lines: linesOf(rounds, labels, lineage),
    ...progressOf(rounds, names, lineage),
    domains: facts.view ? domainReports(latest, facts.view, facts.standing) : [],
    actions: (input.actions ?? []).map((action) =>
      edition === 'public' ? { ...action, owner: null } : action,
    ),
    computed: howComputed(latest, facts.view, { madeOn, signatures: [] }),
    leftOut: leftOutOf(latest, edition),
  }
}

function periodOf(labels: readonly string[]): string {
  const [first = '', last = ''] = [labels[0], labels.at(-1)]
  return first === last ? first : `${first} to ${last}`
}

/** The lines of what is shared: worked out of the answers, or of the rows where only scores are. */
function linesOf(
  rounds: readonly ReportedRound[],
  labels: readonly string[],
  lineage: readonly Questionnaire[],
): Lines {
  const shared = rounds.flatMap((round) => sharedRound(round) ?? [])
  if (shared.length < rounds.length) return plainTrend(rounds, labels)
  const { overall, domains, days, versions } = trendView(shared, labels, lineage, 'like-for-like')
  return { overall, domains, days, versions }
}

function progressOf(
  rounds: readonly ReportedRound[],
  names: readonly { label: string; short: string }[],
  lineage: readonly Questionnaire[],
): Pick<AgencyReport, 'sinceLast' | 'sinceFirst' | 'levels' | 'drift'> {
  const shared = rounds.flatMap((round) => sharedRound(round) ?? [])
  if (shared.length < rounds.length) return { sinceLast: null, sinceFirst: null, levels: null, drift: null }
  const since = (index: number) => {
    const [older, newer, name] = [shared.at(index), shared.at(-1), names.at(index)]
    return older && newer && name && older !== newer ? changesView(older, newer, lineage, name) : null
  }
  const withPartner = rounds.every(({ copy }) => !copy.coReviewed || copy.responses?.partner)
  return {
    sinceLast: since(-2),
    sinceFirst: shared.length > 2 ? since(0) : null,
    levels: levelsOverTime(shared, names, lineage),
    drift: withPartner ? driftView(shared) : null,
  }
}
