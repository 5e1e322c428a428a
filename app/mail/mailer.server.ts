/** A message in plain text; addresses and text are the sender's business, layout is the reader's. */
export interface Mail {
  to: string
  subject: string
  body: string
}

/** Takes mail to be sent: kept in the database first, so that nothing is lost over a restart. */
export interface Mailer {
  /** Whether mail leaves this installation at all. */
  configured: boolean
  send: (mail: Mail) => Promise<void>
  /** Finishes what is being sent and takes no more. */
  stop: () => Promise<void>
}
