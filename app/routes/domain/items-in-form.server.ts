import type { Item } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { notFound } from '#app/context.server.ts'

/** The items that the form of a domain can hold; a 404 where there is no such domain. */
export function itemsInForm(questionnaire: Questionnaire, domainId: string | undefined): readonly Item[] {
  const domain = questionnaire.domains.find(({ id }) => id === domainId)
  if (!domain) throw notFound()
  return domain.items
}
