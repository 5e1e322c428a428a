import type { Program } from '../context.server.ts'
import { expireDue } from './expire.server.ts'

const day = 86_400_000

/** Lets expire what is due, now and once a day; `stop` resolves when what is under way has ended. */
export function expireDaily(program: Pick<Program, 'database' | 'catalog' | 'log' | 'now'>): {
  stop: () => Promise<void>
} {
  let working: Promise<unknown> = Promise.resolve()
  const work = () => {
    working = working
      .then(() => expireDue(program))
      .catch((error: unknown) => program.log.error({ err: error }, 'looking for what expires failed'))
  }
  const timer = setInterval(work, day)
  work()
  return {
    stop: async () => {
      clearInterval(timer)
      await working
    },
  }
}
