import type { LoaderFunctionArgs } from '@remix-run/node'
import { sideOf, type Actions } from '#assessments/access.ts'
import type { CatalogVersion } from '#assessments/catalog.server.ts'
import { findAssessment, type Assessment } from '#db/queries/assessments.server.ts'
import { findOrganization } from '#db/queries/organizations.server.ts'
import { allow, notFound, signedIn, type RequestContext } from './context.server.ts'
import { recordId } from './record-id.ts'

/** The actions that are done to an assessment. */
type AssessmentAction = {
  [A in keyof Actions]: Actions[A] extends { agencyId: string } ? A : never
}[keyof Actions]

/** The actions that are done to an organization. */
type OrganizationAction = {
  [A in keyof Actions]: Actions[A] extends { organizationId: string } ? A : never
}[keyof Actions]

type Arguments = Pick<LoaderFunctionArgs, 'request' | 'params'> & { context: RequestContext }

/**
 * The assessment that a URL names, with its questionnaire version, for whoever may do `action` to it, and the
 * side that they see and act for.
 * Someone not signed in is sent to sign in before anything is looked up; everyone else gets a 404.
 */
export async function findAllowedAssessment(args: Arguments, action: AssessmentAction) {
  await signedIn(args)
  const { context, params } = args
  const id = recordId.safeParse(params.assessmentId).data
  const assessment = id === undefined ? undefined : await findAssessment(context.database, id)
  if (!assessment) throw notFound()
  const { person, actor } = await allow(args, action, assessment)
  const side = sideOf(actor, assessment)
  if (!side) throw notFound()
  return { assessment, version: versionOf(context, assessment), person, actor, side }
}

/** The version that an assessment is shown and scored under; the catalog holds every version in use. */
export function versionOf(
  { catalog }: RequestContext,
  { slug, version }: Pick<Assessment, 'slug' | 'version'>,
): CatalogVersion {
  const known = catalog.find(slug, version)
  if (!known) throw new Error(`The questionnaire ${slug}@${version} is in use and not in the catalog.`)
  return known
}

/** The organization that a URL names, for whoever may do `action` to it. */
export async function findAllowedOrganization(args: Arguments, action: OrganizationAction) {
  await signedIn(args)
  const { context, params } = args
  const id = recordId.safeParse(params.organizationId).data
  const organization = id === undefined ? undefined : await findOrganization(context.database, id)
  if (!organization) throw notFound()
  const { person, actor } = await allow(args, action, { organizationId: organization.id })
  return { organization, person, actor }
}
