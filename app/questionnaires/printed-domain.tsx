import type { Level } from '#assessments/questionnaire.ts'
import type { ShownResponse } from '../components/response-value.tsx'
import { Markdown } from '../markdown.tsx'
import type { PrintedBoth } from './printed-both.tsx'
import { PrintedItem, type PrintedCarried } from './printed-item.tsx'
import type { ReadableDomain } from './readable.server.ts'

interface Props {
  domain: ReadableDomain
  levels: readonly Level[]
  /** By item id, null for hidden ones; left out on a blank questionnaire. */
  responses?: Readonly<Record<string, ShownResponse | null>>
  /** What both sides answered and agreed on, by item id, where it may be shown; it takes the place of `responses`. */
  both?: Readonly<Record<string, PrintedBoth>> | null
  /** What was carried and isn't reconfirmed, by item id. */
  carried?: Readonly<Record<string, PrintedCarried>>
}

/** A domain on paper; it begins on a page of its own. */
export function PrintedDomain({ domain, levels, responses, both, carried }: Props) {
  return (
    <section className="printed-domain">
      <h2>{domain.title}</h2>
      <p className="printed-domain__question">{domain.question}</p>
      {!responses && <Markdown blocks={domain.about} />}
      {domain.items.map((readable) => (
        <PrintedItem
          key={readable.item.id}
          readable={readable}
          levels={levels}
          filled={responses !== undefined}
          response={responses?.[readable.item.id]}
          both={both?.[readable.item.id]}
          carried={carried?.[readable.item.id]}
        />
      ))}
    </section>
  )
}
