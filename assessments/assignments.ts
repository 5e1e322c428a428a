/** Who is to answer what: a person's id for each domain or item that is somebody's. */
export type Assignees = Readonly<Record<string, string>>

/** Whose an item is to answer: its own assignee, otherwise its domain's, otherwise nobody's (null). */
export function assigneeOf(assignees: Assignees, domainId: string, itemId: string): string | null {
  return assignees[itemId] ?? assignees[domainId] ?? null
}
