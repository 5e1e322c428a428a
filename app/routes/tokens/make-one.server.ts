import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { invalid, refused } from '#app/accounts/form-answer.server.ts'
import { hashOf } from '#app/accounts/link-secret.server.ts'
import { newToken } from '#app/api/token-text.server.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { countWorkingTokens, makeToken } from '#db/queries/api-tokens.server.ts'
import type { Organization } from '#db/queries/organizations.server.ts'
import { lifetimes } from './lifetimes.ts'

/** A form that a coordinator sent about an organization's tokens. */
export interface Asked {
  context: RequestContext
  organization: Organization
  person: SignedInPerson
  form: FormData
}

const day = 86_400_000
/** How many tokens of an organization can work at the same time. */
const most = 20

const schema = z.object({
  name: z
    .string('Enter a name.')
    .pipe(plainText(60))
    .refine((name) => !/[\n\t]/.test(name), 'Write it on one line.'),
  days: z.enum(lifetimes, 'Choose how long it works.').transform(Number),
})

/** Makes a token, which this answer alone ever shows. */
export async function makeOne({ context, organization, person, form }: Asked) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return invalid('make', submission)
  const { database, now } = context
  const at = now()
  if ((await countWorkingTokens(database, organization.id, at)) >= most) {
    const text = `${organization.name} has ${most} tokens that work. Revoke one first.`
    return refused('make', submission, { formErrors: [text], status: 409 })
  }
  const { name, days } = submission.value
  const token = newToken()
  await makeToken(database, {
    ...{ organizationId: organization.id, name, tokenHash: hashOf(token) },
    expiresAt: new Date(at.getTime() + days * day),
    ...{ by: person.id, at },
  })
  return data({ made: { name, token } })
}
