import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, expect } from 'vitest'

/** A mail server for all tests of one file, which keeps what it is given. */
export interface Mailbox {
  /** For `siteForTests`: variables with which the program sends its mails here. */
  readonly environment: { SMTP_URL: string; MAIL_FROM: string }
  /** Waits for a mail to an address that has a link of this kind; resolves to the latest one's path. */
  linkMailedTo(origin: string, address: string, kind: string): Promise<string>
}

/** Listens until the tests of this file are over. */
export async function mailboxForTests(): Promise<Mailbox> {
  const mails: string[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        // Long lines of a mail are folded with "=" at their end.
        mails.push(text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
        done()
      })
    },
  })
  await once(smtp.listen(0, '127.0.0.1'), 'listening')
  afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)))
  const { port } = smtp.server.address() as AddressInfo

  return {
    environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'pmhc@example.org' },
    async linkMailedTo(origin, address, kind) {
      const link = new RegExp(`${origin}(/${kind}/\\S+)`)
      const mailed = () => mails.filter((mail) => mail.includes(`To: ${address}`) && link.test(mail))
      await expect.poll(mailed, { timeout: 40_000 }).not.toEqual([])
      return link.exec(mailed().at(-1) ?? '')?.[1] ?? ''
    },
  }
}
