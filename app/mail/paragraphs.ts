/** The body of a mail: its paragraphs, an empty line between them. */
export const paragraphs = (...texts: string[]) => `${texts.join('\n\n')}\n`
