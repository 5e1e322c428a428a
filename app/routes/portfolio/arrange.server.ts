import { z } from 'zod'
import { plainText } from '#assessments/text.ts'
import { deleteView, saveView } from '#db/queries/saved-views.server.ts'
import { setTag } from '#db/queries/tags.server.ts'
import type { RequestContext } from '#app/context.server.ts'
import { portfolioSearch, readPortfolioQuery } from '#app/portfolio/portfolio-query.ts'
import { recordId } from '#app/record-id.ts'

const name = plainText(60).min(1)
const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['tag', 'untag']), tag: name, agency: z.array(recordId).min(1).max(200) }),
  z.object({ intent: z.literal('save-view'), name }),
  z.object({ intent: z.literal('delete-view'), view: recordId }),
])

/** Tags agencies, or keeps or forgets a view; answers where to go on, with what was wrong if anything. */
export async function arrange(
  { database, now }: RequestContext,
  programId: string,
  personId: string,
  url: string,
  form: FormData,
): Promise<string> {
  const here = portfolioSearch(readPortfolioQuery(new URL(url).searchParams))
  const back = (said: string) => `/organizations/${programId}/portfolio?${here}${here ? '&' : ''}said=${said}`
  const { success, data } = schema.safeParse({ ...Object.fromEntries(form), agency: form.getAll('agency') })
  if (!success) return back(form.get('intent') === 'save-view' ? 'no-name' : 'nothing-chosen')
  switch (data.intent) {
    case 'tag':
    case 'untag': {
      const { tag, agency: agencyIds, intent } = data
      await setTag(database, { programId, tag, agencyIds, on: intent === 'tag' })
      return back(intent === 'tag' ? 'tagged' : 'untagged')
    }
    case 'save-view':
      await saveView(database, { programId, name: data.name, query: here, by: personId, at: now() })
      return back('saved')
    case 'delete-view':
      await deleteView(database, programId, data.view)
      return back('deleted')
  }
}
