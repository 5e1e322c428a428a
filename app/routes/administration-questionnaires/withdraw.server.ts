import { data } from '@remix-run/node'
import { z } from 'zod'
import { slug, version } from '#assessments/identifiers.ts'
import { goTo } from '#app/accounts/go-to.server.ts'
import { withNotice } from '#app/accounts/notices.ts'
import type { RequestContext, SignedInPerson } from '#app/context.server.ts'
import { offerAgain, withdrawVersion } from '#db/queries/questionnaire-versions.server.ts'

const naming = z.object({ slug, version })
const page = '/administration/questionnaires'

const refused = (status: 400 | 409, fault: string) => data({ fault }, { status })

/** Withdraws a version from new use; what was started with it goes on. */
export async function withdraw(context: RequestContext, { id }: SignedInPerson, form: FormData) {
  const { catalog, database, log, now } = context
  const named = naming.safeParse(Object.fromEntries(form))
  const known = named.success ? catalog.find(named.data.slug, named.data.version) : undefined
  if (!known?.offered) return refused(400, 'That version can’t be withdrawn: choose one from the list.')
  if (form.get('sure') !== 'yes')
    return refused(400, `Say that you are sure to withdraw version ${known.version}.`)
  if (!(await withdrawVersion(database, known, now()))) {
    return refused(409, `Version ${known.version} is withdrawn already.`)
  }
  log.info({ administrator: id, questionnaire: `${known.slug}@${known.version}` }, 'a version was withdrawn')
  throw goTo(withNotice(page, 'version-withdrawn'))
}

/** Takes the withdrawal of a version back. */
export async function offer({ database, log }: RequestContext, { id }: SignedInPerson, form: FormData) {
  const named = naming.safeParse(Object.fromEntries(form))
  if (!named.success) return refused(400, 'Choose a version from the list.')
  if (!(await offerAgain(database, named.data))) {
    return refused(409, `Version ${named.data.version} is not withdrawn.`)
  }
  const questionnaire = `${named.data.slug}@${named.data.version}`
  log.info({ administrator: id, questionnaire }, 'the withdrawal of a version was taken back')
  throw goTo(withNotice(page, 'version-offered'))
}
