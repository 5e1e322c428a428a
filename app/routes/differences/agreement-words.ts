import { agreementOf, type AgreementFigures } from '#assessments/agreement.ts'
import type { BothSides } from '#assessments/differences.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'

/** How well both sides' own answers agree, in sentences. */
export type AgreementView = ReturnType<typeof agreementView>

/** Puts the agreement of two sides into words. */
export function agreementView(questionnaire: Questionnaire, sides: BothSides) {
  const { overall, domains } = agreementOf(questionnaire, sides)
  const { kappa } = overall
  return {
    exact: exactWords(overall),
    mean: directionWords(overall, 'the items'),
    kappa: kappa.withheld ? null : { value: kappa.value.toFixed(2).replace('-', '−'), n: kappa.n },
    kappaWithheld: kappa.withheld ? kappa.why : null,
    domains: domains.map((figures, at) => {
      const title = questionnaire.domains[at]?.title ?? ''
      return {
        id: figures.id,
        title,
        exact: `${figures.exact.agreeing} of ${figures.exact.of}`,
        mean: directionWords(figures, title.toLowerCase()),
      }
    }),
  }
}

function exactWords({ exact: { agreeing, of } }: AgreementFigures): string {
  if (of === 0) return 'No item was rated with a level by both sides.'
  return `The same level on ${agreeing} of ${of} ${of === 1 ? 'item' : 'items'} that both sides rated.`
}

/** "The agency rates training 0.8 levels higher." */
function directionWords({ meanDifference }: AgreementFigures, what: string): string {
  if (meanDifference === null) return 'Nothing to compare.'
  if (meanDifference === 0) return `On average both rate ${what} alike.`
  const by = Math.abs(meanDifference)
  const levels = `${by.toFixed(1)} ${by === 1 ? 'level' : 'levels'}`
  return `The agency rates ${what} ${levels} ${meanDifference > 0 ? 'higher' : 'lower'}.`
}
