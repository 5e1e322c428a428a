import { type Domain } from './questionnaire.ts'

/** Who is to answer what: a person's id for each domain or item that is somebody's. */
export type Assignees = Readonly<Record<string, string>>

/** Whose an item is to answer: its own assignee, otherwise its domain's, otherwise nobody's (null). */
export function assigneeOf(assignees: Assignees, domainId: string, itemId: string): string | null {
  return assignees[itemId] ?? assignees[domainId] ?? null
}

/** The ids of a domain's items that are a person's to answer, in order. */
export function itemsAssignedTo(assignees: Assignees, domain: Domain, personId: string): string[] {
  return domain.items
    .map(({ id }) => id)
    .filter((itemId) => assigneeOf(assignees, domain.id, itemId) === personId)
}
