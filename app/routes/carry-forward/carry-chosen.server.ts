import { z } from 'zod'
import { carryAnswers, type Carrying } from '#app/carrying/carry-answers.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { lockWords } from '#app/lock-words.ts'

type Answer =
  | { status: 'carried'; next: string }
  | { status: 'refused'; http: 400 | 409; fault: string; chosen: string[] }

const chosenSchema = z.array(z.string().max(100)).max(100)

/** Carries forward the answers of the domains that were ticked. */
export async function carryChosen(
  context: RequestContext,
  carrying: Omit<Carrying, 'domains'>,
  form: FormData,
): Promise<Answer> {
  const sent = chosenSchema.safeParse(form.getAll('domain'))
  const chosen = sent.data ?? []
  const refused = (http: 400 | 409, fault: string): Answer => ({ status: 'refused', http, fault, chosen })
  if (chosen.length === 0) return refused(400, 'Choose at least one domain whose answers come along.')
  const outcome = await carryAnswers(context, { ...carrying, domains: chosen })
  switch (outcome.status) {
    case 'carried':
      return outcome
    case 'locked':
      return refused(409, lockWords[outcome.reason])
    case 'nothing':
      return refused(409, 'There is nothing to carry forward in what you chose. Nothing was changed.')
    case 'stale':
      return refused(
        409,
        'Somebody answered one of these items meanwhile. Nothing was carried; look again and carry what is left.',
      )
  }
}
