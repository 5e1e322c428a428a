import type { Side } from './access.ts'
import { addFates, noFates, type AnswerFates } from './answer-fates.ts'
import type { GivenResponse } from './carrying.ts'
import type { ChangeName } from './change-entries.ts'
import { comparableBase, scoreDifference, type ComparableBase } from './comparable-answers.ts'
import { countedResponses, type FrozenDocument } from './frozen-copy.ts'
import { questionnaireName, type Questionnaire } from './questionnaire.ts'
import { compare, rational, roundHalfUp, weightedMean, type Rational } from './rational.ts'
import type { Responses } from './response.ts'
import { diffVersions } from './version-diff.ts'
import { isHigherVersion, newestFirst } from './version-order.ts'

export type SideAnswers = Partial<Record<Side, ReadonlyMap<string, GivenResponse>>>

/** One assessment as far as a new version of its questionnaire can touch it. */
export interface TouchedAssessment {
  id: string
  version: string
  /** Not final; what each side has answered so far, and whether it may still be moved to another version. */
  inProgress: { answers: SideAnswers; movable: boolean } | null
  /** Its latest frozen copy, null before the first. */
  copy: { document: FrozenDocument; isLatestOfAgency: boolean } | null
}

/** What a version means for the assessments that stand on earlier ones. */
export interface Impact {
  /** `slug@version`. */
  questionnaire: string
  /** The version that it revises; null for one that says nothing. */
  revises: string | null
  /** To how many items it did what: of the version that it revises, or of its own where they are new. */
  items: Partial<Record<ChangeName, number>>
  /** Assessments that aren't final, by version, the newest first. */
  inProgress: { version: string; assessments: number; movable: number }[]
  /** Of each agency's latest final assessment, and of those in progress. */
  answers: Record<'final' | 'inProgress', Record<Side, AnswerFates>>
  /** Assessments that were made final: how many, and those with fewer items to be compared on. */
  comparable: {
    assessments: number
    shrinking: ({ assessment: string; version: string } & ComparableBase)[]
  }
  /** Overall scores of each agency's latest final assessment, its comparable answers scored anew. */
  scores: ScoreImpact
}

export interface ScoreImpact {
  /** How many were scored on both hands. */
  scored: number
  /** How many have no score on the one hand or the other. */
  notScored: number
  higher: number
  lower: number
  /** Of those that change, in points, whichever way; to one decimal. Null where none does. */
  median: number | null
  largest: number | null
}

/** Adds up, assessment by assessment, what a version means for them; nothing of an assessment is kept but counts. */
export class ImpactTally {
  private readonly inProgress = new Map<string, { assessments: number; movable: number }>()
  private readonly answers = { final: bothSides(), inProgress: bothSides() }
  private readonly shrinking: Impact['comparable']['shrinking'] = []
  private readonly differences: Rational[] = []
  private madeFinal = 0
  private notScored = 0

  /** @param lineage all known versions of the questionnaire, the new one among them, in any order */
  constructor(
    private readonly lineage: readonly Questionnaire[],
    private readonly version: Questionnaire,
  ) {}

  /** Takes in one assessment; those on this version or a later one are not touched by it. */
  take({ id, version, inProgress, copy }: TouchedAssessment): void {
    const own = this.lineage.find((known) => known.version === version)
    if (!own || !isHigherVersion(this.version.version, version)) return
    if (inProgress) {
      const known = this.inProgress.get(version) ?? { assessments: 0, movable: 0 }
      const movable = known.movable + (inProgress.movable ? 1 : 0)
      this.inProgress.set(version, { assessments: known.assessments + 1, movable })
      this.takeAnswers('inProgress', id, version, inProgress.answers)
    }
    if (copy) this.takeCopy(id, own, copy)
  }

  impact(): Impact {
    const { revises } = this.version
    return {
      questionnaire: questionnaireName(this.version),
      revises: revises?.version ?? null,
      items: this.itemsTouched(),
      inProgress: [...this.inProgress].map(([version, counts]) => ({ version, ...counts })).sort(newestFirst),
      answers: this.answers,
      comparable: { assessments: this.madeFinal, shrinking: this.shrinking },
      scores: this.scoreImpact(),
    }
  }

  private takeAnswers(of: 'final' | 'inProgress', assessment: string, version: string, answers: SideAnswers) {
    for (const side of ['agency', 'partner'] as const) {
      const own = answers[side]
      if (!own) continue
      const given = { assessment, version, answers: own }
      addFates(this.answers[of][side], this.lineage, given, this.version, side)
    }
  }

  private takeCopy(
    id: string,
    questionnaire: Questionnaire,
    { document, isLatestOfAgency }: NonNullable<TouchedAssessment['copy']>,
  ) {
    const round = { questionnaire, responses: countedResponses(document) }
    const base = comparableBase(this.lineage, round, this.version)
    this.madeFinal += 1
    if (base.to < base.from) {
      this.shrinking.push({ assessment: id, version: questionnaire.version, ...base })
    }
    if (!isLatestOfAgency) return
    this.takeAnswers('final', id, questionnaire.version, frozenAnswers(document))
    const difference = scoreDifference(this.lineage, round, this.version)
    if (difference) this.differences.push(difference)
    else this.notScored += 1
  }

  private itemsTouched(): Impact['items'] {
    const { revises } = this.version
    const older = revises && this.lineage.find(({ version }) => version === revises.version)
    const counts: Impact['items'] = {}
    if (!older) return counts
    for (const { change, from, to } of diffVersions(older, this.version).items) {
      counts[change] = (counts[change] ?? 0) + (change === 'added' ? to : from).length
    }
    return counts
  }

  private scoreImpact(): ScoreImpact {
    const sizes = this.differences
      .filter(({ numerator }) => numerator !== 0n)
      .map(({ numerator, denominator }) => rational(numerator < 0n ? -numerator : numerator, denominator))
      .sort(compare)
    const largest = sizes.at(-1)
    const median = medianOf(sizes)
    return {
      scored: this.differences.length,
      notScored: this.notScored,
      higher: this.differences.filter(({ numerator }) => numerator > 0n).length,
      lower: this.differences.filter(({ numerator }) => numerator < 0n).length,
      median: median && roundHalfUp(median, 1),
      largest: largest ? roundHalfUp(largest, 1) : null,
    }
  }
}

function bothSides(): Record<Side, AnswerFates> {
  return { agency: noFates(), partner: noFates() }
}

function frozenAnswers({ responses: { agency, partner } }: FrozenDocument): SideAnswers {
  return { agency: given(agency), ...(partner && { partner: given(partner) }) }
}

/** Who gave it, and when, makes no difference to what becomes of it. */
function given(responses: Responses): Map<string, GivenResponse> {
  return new Map(Object.entries(responses).map(([id, response]) => [id, { response, at: '', person: '' }]))
}

/** The middle of a sorted list, or halfway between the two in the middle. */
function medianOf(sorted: readonly Rational[]): Rational | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low && high
    ? weightedMean([
        { value: low, weight: 1 },
        { value: high, weight: 1 },
      ])
    : null
}
