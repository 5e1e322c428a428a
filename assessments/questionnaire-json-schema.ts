import { z } from 'zod'
import { questionnaireSchema } from './questionnaire.ts'

/**
 * The JSON Schema of a questionnaire's file, for editors that check and complete while an author types.
 * Draft 7, which editors understand best. It holds the shape; `readQuestionnaire` checks the rest too.
 */
export function questionnaireJsonSchema(): object {
  return {
    title: 'Questionnaire',
    ...z.toJSONSchema(questionnaireSchema, { io: 'input', target: 'draft-7', reused: 'ref' }),
  }
}
