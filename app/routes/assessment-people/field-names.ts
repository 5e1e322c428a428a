/** The form field that says whose a domain or an item is. */
export const assigneeField = (target: string) => `assign ${target}`
