import type { RequestContext } from '../context.server.ts'

type Asked = Pick<RequestContext, 'environment' | 'mailer'>

/** Whether the outbox page is there: in the demonstration and in development only. */
export function hasOutbox({ environment }: Pick<Asked, 'environment'>): boolean {
  return environment.demo || environment.mode === 'development'
}

/** Whether mail reaches people: over SMTP, or by the outbox page. */
export function canMail({ environment, mailer }: Asked): boolean {
  return mailer.configured || hasOutbox({ environment })
}
