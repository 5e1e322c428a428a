import { data } from '@remix-run/node'
import { goTo } from '#app/accounts/go-to.server.ts'
import { readCopySources, type CopySource } from '#app/copying/copy-sources.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { lockWords } from '#app/lock-words.ts'
import { lockOfSide } from '#app/own-side.ts'
import { recordId } from '#app/record-id.ts'
import { itemPath } from '#app/next-step.ts'
import type { Actor } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { domainOfItem } from '#assessments/questionnaire.ts'
import type { Carried } from '#assessments/response.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { saveTogether } from '#db/queries/save-together.server.ts'

interface Copying {
  assessment: Assessment
  version: CatalogVersion
  actor: Actor
  by: string
}

const fault = (text: string, status: 400 | 409) => data({ fault: text }, { status })

/** Copies a partner's own answers from the assessment that was chosen, and leads to the first to confirm. */
export async function copy(
  context: RequestContext,
  { assessment, version, actor, by }: Copying,
  form: FormData,
) {
  const lock = lockOfSide(assessment, 'partner')
  if (lock) return fault(lockWords[lock], 409)
  const from = recordId.safeParse(form.get('from')).data
  const { sources, current } = await readCopySources(context, assessment, actor)
  const source = sources.find((one) => one.assessment.id === from)
  if (!source) return fault('Choose one of the assessments below.', 400)
  const [first] = source.copyable
  if (!first) return fault('There is nothing to copy from it any more.', 409)
  const { database, now, live } = context
  const outcome = await saveTogether(database, {
    assessmentId: assessment.id,
    side: 'partner',
    moves: assessment.sides.partner?.moves ?? 0,
    organizationId: assessment.partnerId ?? '',
    action: 'assessment.answers-copied',
    fromAssessmentId: source.assessment.id,
    saves: source.copyable.map(({ itemId, fromItemId, response }) => ({
      itemId,
      response: { ...response, carried: carriedFrom(source, fromItemId) },
      current: current.get(itemId),
    })),
    by,
    at: now(),
  })
  if (outcome === 'stale') {
    return fault('Somebody answered one of these items meanwhile. Look again and copy what is left.', 409)
  }
  const moved = (await findAssessment(database, assessment.id))?.sides.partner?.revision ?? 0
  live.publish({ assessmentId: assessment.id, side: 'partner', revision: moved })
  const domain = domainOfItem(version.questionnaire, first.itemId)
  throw goTo(itemPath(assessment.id, domain?.id ?? '', first.itemId))
}

function carriedFrom({ assessment, stored }: CopySource, itemId: string): Carried {
  const original = stored.get(itemId)
  if (!original) throw new Error(`${itemId} was copied and has no answer.`)
  return { assessment: assessment.id, at: original.updatedAt.toISOString(), person: original.updatedBy }
}
