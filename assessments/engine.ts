import type { Questionnaire } from './questionnaire.ts'
import type { Responses } from './response.ts'
import type { Scorecard } from './scorecard.ts'
import { scoreResponses } from './scoring.ts'

/** What turns responses into a scorecard. */
export type Scorer = (questionnaire: Questionnaire, responses: Responses) => Scorecard

/** The version of the engine that scores what is scored today; kept with every frozen scorecard. */
export const ENGINE_VERSION = '1' as const

/** Every engine that ever froze a scorecard: a change of results adds one, and leaves the others as they are. */
export const engines = { '1': scoreResponses } satisfies Readonly<Record<string, Scorer>>
