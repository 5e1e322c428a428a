import { isAsked } from '#assessments/progress.ts'
import { findItem, levelItemsOf, type Questionnaire } from '#assessments/questionnaire.ts'
import type { Responses } from '#assessments/response.ts'
import { itemViews, type ItemView, type LevelItemView } from '../results/item-view.ts'
import type { RaiserView } from '../results/raiser-view.ts'
import type { ResultsView } from '../results/results-view.ts'
import { settledWords } from '../settled-words.ts'
import { namedItem } from './holding-back.ts'
import type { ReportedRound } from './report-input.ts'
import type { ScoreRow, Standing } from './score-rows.ts'
import { isLink, reasonOf, standingWords, valueWords } from './value-words.ts'

/** A scored item with the level that counts, and what each side gave where that is shared. */
export interface ItemRow {
  id: string
  question: string
  /** "Must-have, below level 3, which passes". */
  mark: string | null
  /** "3 · Partly in place" */
  level: string
  /** What that level looks like. */
  anchor: string | null
  /** Null where it was not co-reviewed; the partner's is null too where it isn't shared. */
  agency: string | null
  partner: string | null
  /** How the level was settled; null where there is nothing to say. */
  settled: string | null
}

/** What was typed about an item. */
export interface Said {
  question: string
  remarks: { who: string; text: string }[]
  evidence: { who: string; links: string[] }[]
}

/** A domain with all that a report says of it. */
export interface DomainReport {
  score: ScoreRow
  /** Why there is no band, or not the highest. */
  reasons: { text: string; items: string[] }[]
  raisers: RaiserView[]
  items: ItemRow[]
  /** What isn't scored, in few words. */
  context: { question: string; answer: string }[]
  said: Said[]
}

/** The domains of a round whose answers are shared. */
export function domainReports(round: ReportedRound, view: ResultsView, standing: Standing): DomainReport[] {
  const { responses } = round.copy
  if (!responses) return []
  return standing.domains.map((score) => {
    const result = view.domains.find((domain) => domain.score.id === score.id)
    const sides = sidesOf(round, score.id)
    const { withheld = [], capped = null } = result?.score ?? {}
    return {
      score,
      reasons: [...withheld, ...(capped ? [capped] : [])].map(({ text, items }) => ({
        text,
        items: items.map(namedItem),
      })),
      raisers: result?.raisers ?? [],
      items: sides.counts.flatMap((item) => (item.kind === 'level' ? [itemRow(item, round, sides)] : [])),
      context: sides.counts.flatMap((item) => contextOf(item)),
      said: sides.counts.flatMap((item) => saidOf(item, sides)),
    }
  })
}

/** The items of a domain as they count, and as each side gave them. */
interface Sides {
  counts: ItemView[]
  agency: ReadonlyMap<string, ItemView> | null
  partner: ReadonlyMap<string, ItemView> | null
}

function sidesOf({ copy, questionnaire }: ReportedRound, domainId: string): Sides {
  const { agency, partner, agreed } = copy.responses ?? { agency: {}, partner: null, agreed: null }
  const views = (responses: Responses) => itemViews({ questionnaire, responses }, domainId)
  const byId = (responses: Responses) => new Map(views(responses).map((item) => [item.id, item]))
  const both = copy.coReviewed && agreed !== null
  return {
    counts: views(agreed ?? agency),
    agency: both ? byId(agency) : null,
    partner: both && partner ? byId(partner) : null,
  }
}

function itemRow(item: LevelItemView, { copy, questionnaire }: ReportedRound, sides: Sides): ItemRow {
  const how = copy.settled?.[item.id]
  return {
    ...{ id: item.id, question: item.question, mark: markOf(item) },
    ...{ level: standingWords(item), anchor: item.anchor },
    agency: sides.agency && ownWords(sides.agency.get(item.id)),
    partner: sides.partner && partnerWords(sides.partner.get(item.id), questionnaire),
    settled: how === undefined || how === 'same' ? null : settledWords[how],
  }
}

function markOf({ passes, level }: LevelItemView): string | null {
  if (passes === null) return null
  return level && level.value < passes ? `Must-have, below level ${passes}, which passes` : 'Must-have'
}

const ownWords = (item: ItemView | undefined) => (item ? standingWords(item) : 'Not asked')

function partnerWords(item: ItemView | undefined, questionnaire: Questionnaire): string {
  const asked = item && findItem(questionnaire, item.id)
  return asked && isAsked(asked, 'partner') ? ownWords(item) : 'Not asked'
}

/** Long texts are told with the notes. */
function contextOf(item: ItemView): DomainReport['context'] {
  if (item.kind === 'level' || isTyped(item) || item.status === 'hidden') return []
  return [{ question: item.question, answer: standingWords(item) }]
}

const isTyped = (item: ItemView) => item.kind === 'context' && item.item.kind === 'text'

function saidOf(item: ItemView, { agency, partner }: Sides): Said[] {
  const voices = agency
    ? [
        { who: 'Agency', item: agency.get(item.id) },
        { who: 'Partner', item: partner?.get(item.id) },
        { who: 'Agreed', item },
      ]
    : [{ who: '', item }]
  const remarks = voices.flatMap(({ who, item: own }) => (own ? remarksOf(who, own) : []))
  const evidence = voices.flatMap(({ who, item: own }) =>
    own && own.given.evidence.length > 0 ? [{ who, links: [...own.given.evidence] }] : [],
  )
  const [told, shown] = [withoutRepeats(remarks), withoutRepeatedLinks(evidence)]
  return told.length + shown.length > 0 ? [{ question: item.question, remarks: told, evidence: shown }] : []
}

function remarksOf(who: string, item: ItemView): Said['remarks'] {
  const { value, note } = item.given
  const typed =
    isTyped(item) && item.kind === 'context' && value !== null ? valueWords(item.item, value) : null
  const reason = reasonOf(item)
  const said = (what: string) => (who === '' ? what : `${who}, ${what.toLowerCase()}`)
  return [
    ...(typed === null ? [] : [{ who: said('Answer'), text: typed }]),
    ...(reason === null ? [] : [{ who: said('Not applicable because'), text: reason }]),
    ...(note === null ? [] : [{ who: said('Note'), text: note }]),
  ]
}

/** What both settled on is often one side's answer with its note: it is told once. */
function withoutRepeats(remarks: readonly { who: string; text: string }[]) {
  return remarks.filter(({ text }, index) => remarks.findIndex((one) => one.text === text) === index)
}

function withoutRepeatedLinks(evidence: readonly { who: string; links: string[] }[]) {
  const known = new Set<string>()
  return evidence.flatMap(({ who, links }) => {
    const fresh = links.filter((link) => !isLink(link) || !known.has(link))
    for (const link of fresh) known.add(link)
    return fresh.length > 0 ? [{ who, links: fresh }] : []
  })
}

/** How many scored items a questionnaire asks. */
export const scoredItems = ({ domains }: Questionnaire) =>
  domains.reduce((sum, { items }) => sum + levelItemsOf(items).length, 0)
