import type { StoredResponse } from '#db/queries/responses.server.ts'
import { formatMoment } from '../format.ts'
import type { Current } from './saves.ts'

/** For whom a stored response is put into words. */
export interface Reader {
  personId: string
  timeZone: string
}

/** A stored response as a page shows it: who saved it, and when in the agency's time zone. */
export function toCurrent(stored: StoredResponse | null | undefined, reader: Reader): Current {
  if (!stored) return { response: {}, revision: 0, by: '', at: '' }
  const { response, revision, updatedAt, updatedBy, updatedByName } = stored
  return {
    response,
    revision,
    by: updatedBy === reader.personId ? 'you' : updatedByName,
    at: formatMoment(updatedAt, reader.timeZone),
  }
}
