import { useState } from 'react'
import { isEvidence, redactedText } from '#assessments/evidence.ts'
import type { Draft } from './draft.ts'
import { Faults, faultsIn } from './faults.tsx'
import { fieldNames } from './form-fields.ts'
import type { DomainPage } from './load-domain.server.ts'
import { pace, type ItemView } from './use-answers.ts'

interface Props {
  view: ItemView
  page: DomainPage
  give: (draft: Draft, delay: number) => void
  mayChange: boolean
}

/** A note and links to evidence; unfolded where there are any. */
export function ItemNotes({ view, page, give, mayChange }: Props) {
  const { item, draft } = view
  const links = draft.evidence ?? []
  const parts = [draft.note?.trim() && 'a note', links.length > 0 && `${links.length} linked`].filter(Boolean)
  // Unfolded at first where there is something; after that it is the person's, also when they empty it.
  const [open] = useState(parts.length > 0)
  return (
    <details className="fold" open={open}>
      <summary>
        Note and evidence links{parts.length > 0 && ` (${parts.join(', ')})`}
        <span className="usa-sr-only"> of item {view.number}</span>
      </summary>
      <fieldset className="usa-fieldset" disabled={!mayChange}>
        <legend className="usa-sr-only">Note and evidence links</legend>
        <Note view={view} page={page} give={give} />
        <Links view={view} page={page} give={give} key={item.id} />
      </fieldset>
    </details>
  )
}

type PartProps = Omit<Props, 'mayChange'>

function Note({ view, page, give }: PartProps) {
  const { item, draft } = view
  const id = `${item.id}-note`
  const faults = faultsIn(view, 'note')
  return (
    <>
      <label className="usa-label" htmlFor={id}>
        Note
      </label>
      <p className="usa-hint" id={`${id}-hint`}>
        What others should know about this answer. Nothing about a person in crisis. Up to{' '}
        {page.limits.note.toLocaleString('en-US')} characters.
      </p>
      <Faults id={`${id}-faults`} faults={faults} />
      <textarea
        id={id}
        name={fieldNames(item.id).note}
        rows={3}
        className="usa-textarea notes__text"
        aria-describedby={`${id}-hint${faults.length > 0 ? ` ${id}-faults` : ''}`}
        aria-invalid={faults.length > 0 || undefined}
        value={draft.note ?? ''}
        onChange={(event) => give({ ...draft, note: event.currentTarget.value }, pace.typing)}
      />
    </>
  )
}

function Links({ view, page, give }: PartProps) {
  const { item, draft } = view
  const links = draft.evidence ?? []
  const fields = links.length < page.limits.links ? [...links, ''] : links
  const faults = faultsIn(view, 'evidence')
  const hint = `${item.id}-evidence-hint`
  const change = (at: number, text: string) => {
    const changed = fields.map((link, place) => (place === at ? text : link))
    give({ ...draft, evidence: withoutBlankEnd(changed) }, pace.link)
  }
  return (
    <>
      <p className="usa-label">Evidence links</p>
      <p className="usa-hint" id={hint}>
        Each begins with https:// and leads to a page or document that shows the answer.
      </p>
      <Faults id={`${item.id}-evidence-faults`} faults={faults} />
      {fields.map((link, at) => (
        <EvidenceLink
          // A link has no name but its place.
          key={at}
          id={`${item.id}-evidence-${at}`}
          name={fieldNames(item.id).evidence}
          label={`Evidence link ${at + 1}`}
          hint={hint}
          link={link}
          onChange={(text) => change(at, text)}
        />
      ))}
    </>
  )
}

function withoutBlankEnd(links: readonly string[]): string[] {
  const last = links.findLastIndex((link) => link !== '')
  return links.slice(0, last + 1)
}

interface LinkProps {
  id: string
  name: string
  label: string
  hint: string
  link: string
  onChange: (text: string) => void
}

function EvidenceLink({ id, name, label, hint, link, onChange }: LinkProps) {
  const wrong = link.trim() !== '' && !isEvidence(link.trim())
  const redacted = link === redactedText
  return (
    <div className="notes__link">
      <input
        id={id}
        name={name}
        type="text"
        inputMode="url"
        className="usa-input"
        aria-label={label}
        aria-describedby={wrong || redacted ? `${hint} ${id}-about` : hint}
        value={link}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {wrong && (
        <p className="usa-hint notes__wrong" id={`${id}-about`}>
          Not saved yet: not a whole https:// link.
        </p>
      )}
      {redacted && (
        <p className="usa-hint" id={`${id}-about`}>
          What stood here was taken out. This mark may stay, or a link may take its place.
        </p>
      )}
    </div>
  )
}
