import type { Item } from '#assessments/item.ts'
import type { Questionnaire } from '#assessments/questionnaire.ts'
import { notFound, type RequestContext } from '#app/context.server.ts'
import { versionField } from './form-fields.ts'

/** A form as it was sent, with what it asks. */
export interface SentForm {
  form: FormData
  domainId: string
  /** The version of the questionnaire that it was made for; a page of before versions could change names none. */
  version: string | undefined
  items: readonly Item[]
}

/**
 * The items that the form of a domain can hold, of the version that it was made for; a 404 where there is no such
 * domain. Throws a 409 where the present version has no such domain any more: going back shows what was typed.
 */
export function itemsInForm(
  { catalog }: RequestContext,
  questionnaire: Questionnaire,
  domainId: string | undefined,
  form: FormData,
): SentForm {
  const named = form.get(versionField)
  const made = typeof named === 'string' ? catalog.find(questionnaire.slug, named)?.questionnaire : undefined
  const domain = (made ?? questionnaire).domains.find(({ id }) => id === domainId)
  if (!domain) throw notFound()
  if (!questionnaire.domains.some(({ id }) => id === domain.id)) {
    throw new Response('The questionnaire was moved to another version.', { status: 409 })
  }
  return { form, domainId: domain.id, version: made?.version, items: domain.items }
}
