import { statSync } from 'node:fs'
import { z } from 'zod'
import type { Fault } from '#assessments/faults.ts'
import { fhirLimits, parseFhirText } from '#assessments/fhir/limits.ts'
import { fhirLosses } from '#assessments/fhir/losses.ts'
import { questionnaireFromFhir } from '#assessments/fhir/questionnaire-from-fhir.ts'
import { questionnaireToFhir } from '#assessments/fhir/questionnaire-to-fhir.ts'
import { responsesFromFhir } from '#assessments/fhir/responses-from-fhir.ts'
import { questionnaireUrl } from '#assessments/fhir/urls.ts'
import { questionnaireName } from '#assessments/questionnaire.ts'
import { CalledWrongly, printJson, say, type ExitStatus } from '../command.ts'
import { readText } from '../files.ts'
import { readParameters } from '../parameters.ts'
import { faultInFile, findVersionFile, readNamed } from '../questionnaires.ts'

/** Writes a questionnaire as FHIR R4, and reads FHIR R4 as a questionnaire or as a file of responses. */
export function run([verb, ...parameters]: readonly string[]): ExitStatus {
  switch (verb) {
    case 'questionnaire':
      return write(readParameters(parameters, ['QUESTIONNAIRE']).QUESTIONNAIRE)
    case 'read':
      return read(readParameters(parameters, ['FILE']).FILE)
    case 'losses':
      readParameters(parameters, [])
      printJson(fhirLosses)
      return 0
    default:
      throw new CalledWrongly(
        verb === undefined ? 'questionnaire, read or losses is missing.' : `What is "${verb}" for?`,
      )
  }
}

function write(name: string): ExitStatus {
  const reading = readNamed(name)
  if (reading.status === 'invalid') return refuse(reading.file, reading.faults)
  printJson(questionnaireToFhir(reading.questionnaire))
  return 0
}

const headSchema = z.object({ resourceType: z.string(), questionnaire: z.string().optional() })

function read(file: string): ExitStatus {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > fhirLimits.bytes) {
    return refuse(file, [{ path: '', reason: `is larger than ${fhirLimits.bytes} bytes` }])
  }
  const parsed = parseFhirText(readText(file))
  if (parsed.status === 'invalid') return refuse(file, parsed.faults)
  const head = headSchema.safeParse(parsed.json).data
  if (head?.resourceType === 'QuestionnaireResponse')
    return readResponses(file, parsed.json, head.questionnaire)
  const reading = questionnaireFromFhir(parsed.json)
  if (reading.status === 'invalid') return refuse(file, reading.faults)
  printJson(reading.questionnaire)
  if (reading.retired) say(`${questionnaireName(reading.questionnaire)} is withdrawn from new use.`)
  return 0
}

/** Prints what `score` reads, and says whose it is. */
function readResponses(file: string, json: unknown, canonical = ''): ExitStatus {
  const name = canonical.replace(questionnaireUrl(''), '').replace('|', '@')
  if (findVersionFile(name) === undefined) {
    const reason = `must name one of the program's questionnaires, as ${questionnaireUrl('SLUG')}|VERSION`
    return refuse(file, [{ path: 'QuestionnaireResponse.questionnaire', reason }])
  }
  const known = readNamed(name)
  if (known.status === 'invalid') return refuse(known.file, known.faults)
  const reading = responsesFromFhir(json, known.questionnaire)
  if (reading.status === 'invalid') return refuse(file, reading.faults)
  const { side, agency, asOf, responses } = reading.side
  printJson({ questionnaire: name, responses })
  say(
    `${agency.name}, as of ${asOf}: ${side === 'agreed' ? 'what both sides agreed on' : `the ${side}'s own`}.`,
  )
  return 0
}

function refuse(file: string, faults: readonly Fault[]): ExitStatus {
  for (const fault of faults) say(faultInFile(file, fault))
  return 1
}
