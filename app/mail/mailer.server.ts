/** What a mail says, in plain text: text is the sender's business, layout is the reader's. */
export interface Message {
  subject: string
  body: string
}

/** A message with its one reader's address. */
export interface Mail extends Message {
  to: string
}

/** Takes mail to be sent: kept in the database first, so that nothing is lost over a restart. */
export interface Mailer {
  /** Whether mail leaves this installation at all. */
  configured: boolean
  send: (mail: Mail) => Promise<void>
  /** Finishes what is being sent and takes no more. */
  stop: () => Promise<void>
}
