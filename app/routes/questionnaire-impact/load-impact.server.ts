import type { CatalogVersion } from '#assessments/catalog.server.ts'
import type { ComparableBase } from '#assessments/comparable-answers.ts'
import type { RequestContext } from '#app/context.server.ts'
import { fateLines, itemsSentence, scoreSentences } from '#app/questionnaires/impact-words.ts'
import { measureImpact } from '#db/queries/impact.server.ts'

export type ImpactData = Awaited<ReturnType<typeof loadImpact>>

/** What a version means for the database at hand, in counts alone: administrators see nobody's answers. */
export async function loadImpact({ catalog, database }: RequestContext, known: CatalogVersion) {
  const { slug, version, questionnaire } = known
  const impact = await measureImpact(database, catalog.lineage(slug), questionnaire)
  const { inProgress, answers, comparable, scores, revises } = impact
  const fates = [
    ['Agencies, in progress', answers.inProgress.agency],
    ['Partners, in progress', answers.inProgress.partner],
    ['Agencies, latest final', answers.final.agency],
    ['Partners, latest final', answers.final.partner],
  ] as const
  const rows = fateLines(answers.final.agency).map(({ words }, at) => ({
    words,
    counts: fates.map(([, own]) => fateLines(own)[at]?.count ?? 0),
  }))
  return {
    ...{ slug, version, revises, inProgress },
    title: questionnaire.title,
    draft: questionnaire.draft,
    firstDomain: questionnaire.domains[0]?.id ?? '',
    items: itemsSentence(impact),
    answers: {
      columns: fates.map(([name]) => name),
      rows: rows.filter(({ counts }) => counts.some((count) => count > 0)),
    },
    comparable: { assessments: comparable.assessments, bases: basesOf(comparable.shrinking) },
    scores: scoreSentences(scores),
  }
}

/** How many assessments shrink from how many items to how many, without saying which. */
function basesOf(shrinking: readonly ({ version: string } & ComparableBase)[]) {
  const bases = new Map<string, { version: string; assessments: number } & ComparableBase>()
  for (const { version, from, to } of shrinking) {
    const key = `${version} ${from} ${to}`
    const assessments = (bases.get(key)?.assessments ?? 0) + 1
    bases.set(key, { version, from, to, assessments })
  }
  return [...bases.values()].sort((a, b) => b.from - b.to - (a.from - a.to) || b.from - a.from)
}
