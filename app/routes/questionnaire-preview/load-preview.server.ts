import type { Questionnaire } from '#assessments/questionnaire.ts'
import { responseLimits } from '#assessments/responses.ts'
import { notFound } from '#app/context.server.ts'
import { conditionsOf, pageItems, readableDomain, type DomainPage } from '../domain/load-domain.server.ts'

export interface Preview {
  /** Where the preview of this version is; its domains are below. */
  path: string
  version: string
  draft: boolean
  page: DomainPage
}

/** A domain as an agency will answer it, of no assessment. */
export function loadPreview(questionnaire: Questionnaire, domainId: string, personId: string): Preview {
  const { slug, version, draft, title, whenInDoubt, levels, domains } = questionnaire
  const domain = domains.find(({ id }) => id === domainId)
  if (!domain) throw notFound()
  const { question, about } = readableDomain(questionnaire, domain)
  const side = 'agency' as const
  const page: DomainPage = {
    assessment: { id: '', agencyName: 'the agency', asOf: '' },
    home: { id: '', name: '' },
    side,
    questionnaire: { title, version, whenInDoubt },
    domain: { id: domainId, title: domain.title, question, about },
    domains: domains.map((other) => ({
      id: other.id,
      title: other.title,
      itemIds: other.items.map(({ id }) => id),
    })),
    items: pageItems(questionnaire, domain, { assignments: [], personId, side }),
    levels,
    limits: responseLimits,
    conditions: conditionsOf(questionnaire, domain),
    saved: {},
    carried: {},
    revision: 0,
    personId,
    locked: null,
    mayAnswer: true,
  }
  return { path: `/administration/questionnaires/${slug}/${version}/preview`, version, draft, page }
}
