import type { ReactNode } from 'react'
import { redactedText } from '#assessments/evidence.ts'
import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import type { AnswerValue, Response } from '#assessments/response.ts'
import { formatDate } from '../format.ts'

/** A response as a loader's JSON has it. */
export type ShownResponse = { [Key in keyof Response]?: Response[Key] | undefined }

interface Props {
  item: Item
  /** The questionnaire's. */
  levels: readonly Level[]
  response: ShownResponse | undefined
}

/** A response in words: the level with its anchor, the option, not applicable with its reason, and so on. */
export function ResponseValue({ item, levels, response }: Props) {
  if (response?.notApplicable !== undefined) {
    return (
      <p className="response-value">
        <strong>Not applicable:</strong> <span className="typed-text">{response.notApplicable}</span>
      </p>
    )
  }
  if (response?.dontKnow) return <p className="response-value">Don’t know</p>
  if (response?.value === undefined)
    return <p className="response-value response-value--none">Not answered</p>
  return <div className="response-value">{valueWords(item, levels, response.value)}</div>
}

function valueWords(item: Item, levels: readonly Level[], value: AnswerValue): ReactNode {
  switch (item.kind) {
    case 'level':
      return <LevelWords label={levelLabel(levels, value)} anchor={item.anchors[String(value)]} />
    case 'yes-no':
      return value === true ? 'Yes' : 'No'
    case 'choice':
      return optionLabel(item.options, value)
    case 'choices':
      return (
        <ul>
          {listOf(value).map((option) => (
            <li key={option}>{optionLabel(item.options, option)}</li>
          ))}
        </ul>
      )
    case 'number':
      return `${numbers.format(Number(value))} ${item.unit}`
    case 'date':
      return formatDate(String(value))
    case 'text':
      return <span className="typed-text">{String(value)}</span>
  }
}

function LevelWords({ label, anchor }: { label: string; anchor: string | undefined }) {
  return (
    <>
      <strong>{label}</strong>
      {anchor !== undefined && <span className="response-value__anchor">{anchor}</span>}
    </>
  )
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** A level as it is named everywhere: "3 · Partly in place". */
export function levelLabel(levels: readonly Level[], value: AnswerValue): string {
  const level = levels.find((candidate) => candidate.value === value)
  return level ? `${level.value} · ${level.label}` : String(value)
}

function optionLabel(options: readonly { id: string; label: string }[], value: AnswerValue): string {
  return options.find(({ id }) => id === value)?.label ?? String(value)
}

const listOf = (value: AnswerValue): readonly string[] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [String(value)]
    : value

/** The note and the evidence links of a response; nothing where there are none. */
export function ResponseNotes({ response }: { response: ShownResponse | undefined }) {
  const links = response?.evidence ?? []
  if (response?.note === undefined && links.length === 0) return null
  return (
    <dl className="response-notes">
      {response?.note !== undefined && (
        <>
          <dt>Note</dt>
          <dd className="typed-text">{response.note}</dd>
        </>
      )}
      {links.length > 0 && (
        <>
          <dt>Evidence</dt>
          {links.map((link) => (
            <dd key={link}>
              {link === redactedText ? (
                link
              ) : (
                <a className="usa-link" href={link} rel="noreferrer noopener">
                  {link}
                </a>
              )}
            </dd>
          ))}
        </>
      )}
    </dl>
  )
}
