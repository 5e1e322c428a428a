import type { ReactNode } from 'react'
import type { Item } from '#assessments/item.ts'
import type { Level } from '#assessments/questionnaire.ts'
import type { CarriedWords } from '../carrying/carried-words.ts'
import { CarriedFrom } from '../carrying/earlier-answers.tsx'
import { ResponseNotes, ResponseValue, type ShownResponse } from '../components/response-value.tsx'
import { itemMarks } from './item-marks.ts'
import { PrintedBothAnswers, type PrintedBoth } from './printed-both.tsx'
import type { ReadableItem } from './readable.server.ts'

/** A carried answer that nobody reconfirmed; null where it is only shown beside the question. */
export interface PrintedCarried {
  words: CarriedWords
  response: ShownResponse | null
}

interface Props {
  readable: ReadableItem
  levels: readonly Level[]
  /** Absent on a blank questionnaire; null where the item is hidden by other answers. */
  response?: ShownResponse | null | undefined
  /** What both sides answered, in place of `response`. */
  both?: PrintedBoth | undefined
  carried?: PrintedCarried | undefined
  filled: boolean
}

/** One item on paper: to be filled in by hand, or with what was answered. */
export function PrintedItem({ readable: { item, askedIf }, levels, response, both, carried, filled }: Props) {
  return (
    <section className="printed-item">
      <h3>{item.question}</h3>
      {!filled && <p className="printed-item__marks">{itemMarks(item, levels).join(' · ')}</p>}
      {!filled && askedIf && <p>{askedIf}</p>}
      {both ? (
        <PrintedBothAnswers item={item} levels={levels} both={both} />
      ) : filled ? (
        <Filled item={item} levels={levels} response={response} carried={carried} />
      ) : (
        <Blank item={item} levels={levels} />
      )}
    </section>
  )
}

function Filled({
  item,
  levels,
  response,
  carried,
}: Pick<Props, 'levels' | 'response' | 'carried'> & { item: Item }) {
  if (response === null) return <p>Not asked, because of other answers.</p>
  return (
    <>
      <ResponseValue item={item} levels={levels} response={carried?.response ?? response} />
      <ResponseNotes response={response} />
      {carried && <CarriedFrom words={carried.words} />}
    </>
  )
}

function Blank({ item, levels }: { item: Item; levels: readonly Level[] }) {
  return (
    <>
      <ul className="printed-boxes">{boxesOf(item, levels)}</ul>
      {item.notApplicable && <Box>Not applicable, because: {line}</Box>}
      <Box>Don’t know</Box>
      <p className="printed-note">
        Note: {line}
        {line}
      </p>
    </>
  )
}

const line = <span className="printed-line" />

function boxesOf(item: Item, levels: readonly Level[]): ReactNode {
  switch (item.kind) {
    case 'level':
      return levels.map(({ value, label }) => (
        <li key={value}>
          <Box>
            <strong>
              {value} · {label}.
            </strong>{' '}
            {item.anchors[String(value)]}
          </Box>
        </li>
      ))
    case 'yes-no':
      return ['Yes', 'No'].map((word) => (
        <li key={word}>
          <Box>{word}</Box>
        </li>
      ))
    case 'choice':
    case 'choices':
      return item.options.map(({ id, label }) => (
        <li key={id}>
          <Box>{label}</Box>
        </li>
      ))
    case 'number':
      return (
        <li>
          {line} {item.unit}
        </li>
      )
    case 'date':
      return <li>Date: {line}</li>
    case 'text':
      return (
        <li>
          {line}
          {line}
          {line}
        </li>
      )
  }
}

/** A box to tick by hand. */
function Box({ children }: { children: ReactNode }) {
  return (
    <div className="printed-box">
      <span className="printed-box__square" aria-hidden="true" />
      <div>{children}</div>
    </div>
  )
}
