/** Longest reason that a person gives for reopening or redacting, in characters. */
export const reasonLength = 500
