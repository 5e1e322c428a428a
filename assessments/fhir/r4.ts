/* As much of FHIR R4 as is written here. https://hl7.org/fhir/R4/ */

export interface Coding {
  system?: string
  code?: string
  display?: string
}

/** One value of `value[x]`, under the key that says its type. */
export interface Values {
  valueBoolean?: boolean
  valueInteger?: number
  valueDecimal?: number
  valueString?: string
  valueMarkdown?: string
  valueCode?: string
  valueUrl?: string
  valueDate?: string
  valueCoding?: Coding
  valueCodeableConcept?: { coding: Coding[] }
}

export interface Extension extends Values {
  url: string
  extension?: Extension[]
}

export interface AnswerOption {
  extension?: Extension[]
  valueCoding: Coding
}

export interface EnableWhen {
  question: string
  operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<='
  answerBoolean?: boolean
  answerInteger?: number
  answerDecimal?: number
  answerString?: string
  answerDate?: string
  answerCoding?: Coding
}

export type ItemType = 'group' | 'display' | 'boolean' | 'decimal' | 'integer' | 'date' | 'text' | 'choice'

export interface QuestionnaireItem {
  extension?: Extension[]
  linkId: string
  text: string
  type: ItemType
  enableWhen?: EnableWhen[]
  enableBehavior?: 'all' | 'any'
  required?: boolean
  repeats?: boolean
  maxLength?: number
  answerOption?: AnswerOption[]
  item?: QuestionnaireItem[]
}

export interface FhirQuestionnaire {
  resourceType: 'Questionnaire'
  extension: Extension[]
  url: string
  version: string
  name: string
  title: string
  derivedFrom?: string[]
  status: 'draft' | 'active' | 'retired'
  subjectType: ['Organization']
  description: string
  item: QuestionnaireItem[]
}

/** An organization by what it is called elsewhere; nothing has to be found at an address. */
export interface LogicalReference {
  type: 'Organization'
  identifier: { system: string; value: string }
  display: string
}

export type Answer = Pick<
  Values,
  'valueBoolean' | 'valueInteger' | 'valueDecimal' | 'valueString' | 'valueDate' | 'valueCoding'
>

export interface ResponseItem {
  extension?: Extension[]
  linkId: string
  text?: string
  answer?: Answer[]
  item?: ResponseItem[]
}

export interface FhirQuestionnaireResponse {
  resourceType: 'QuestionnaireResponse'
  extension: Extension[]
  identifier: { system: string; value: string }
  questionnaire: string
  status: 'completed'
  subject: LogicalReference
  authored: string
  author?: LogicalReference
  item?: ResponseItem[]
}
