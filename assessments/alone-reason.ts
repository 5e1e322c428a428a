/** Why an assessment goes on without its partner. */
export const aloneReasons = ['released', 'overdue', 'partnership-ended'] as const
export type AloneReason = (typeof aloneReasons)[number]
