import { stepFields } from '#app/reconciling/step-fields.ts'

/** What was typed or chosen at an item and isn't sent: by form (its intent) and field. */
export interface Kept {
  /** The latest step that stood on the page when it was typed. */
  seen: number
  forms: Record<string, Record<string, string>>
}

const typed = [stepFields.choice, stepFields.reason, stepFields.note, stepFields.text] as const

/** Where a browser tab keeps what wasn't sent: over a reload, and signing in again. */
export function keptUnder(personId: string, assessmentId: string, itemId: string): string {
  return `pmhc-talk ${personId} ${assessmentId} ${itemId}`
}

/** What is typed or chosen in a form now, by field. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(
    typed.flatMap((name) => {
      const value = data.get(name)
      return typeof value === 'string' && value.trim() !== '' ? [[name, value] as const] : []
    }),
  )
}

/** What stands in the forms of an item now; null where all of them are as they came. */
export function keptIn(section: HTMLElement, seen: number): Kept | null {
  const forms: Kept['forms'] = {}
  for (const form of section.querySelectorAll('form')) {
    const fields = typedIn(form)
    const intent = new FormData(form).get(stepFields.intent)
    if (typeof intent === 'string' && Object.keys(fields).length > 0) forms[intent] = fields
  }
  return Object.keys(forms).length > 0 ? { seen, forms } : null
}

/** Whether the forms of an item hold text, or a choice that nobody has sent. */
export function holdsText(section: HTMLElement | null): boolean {
  return section !== null && keptIn(section, 0) !== null
}

/** Puts back what was kept, where nothing else was typed since. */
export function putBack(section: HTMLElement, { forms }: Kept): void {
  for (const form of section.querySelectorAll('form')) {
    const intent = new FormData(form).get(stepFields.intent)
    const fields = typeof intent === 'string' ? forms[intent] : undefined
    for (const [name, value] of Object.entries(fields ?? {})) putInto(form, name, value)
  }
}

function putInto(form: HTMLFormElement, name: string, value: string) {
  for (const field of form.querySelectorAll(`[name="${name}"]`)) {
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      if (field.value === '') field.value = value
    }
  }
}

/** Forgets what was kept of one form of an item, which was sent, also where the item isn't shown any more. */
export function forgetSent(key: string, intent: string): void {
  const kept = readKept(key)
  if (!kept) return
  const others = Object.entries(kept.forms).filter(([of]) => of !== intent)
  keep(key, others.length > 0 ? { ...kept, forms: Object.fromEntries(others) } : null)
}

/** Reads what this tab keeps for an item; nothing where the browser keeps nothing, or something else. */
export function readKept(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

function isKept(kept: unknown): kept is Kept {
  return typeof kept === 'object' && kept !== null && 'forms' in kept && 'seen' in kept
}

/** Keeps what stands in the forms of an item, or forgets it where nothing does. */
export function keep(key: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(key, JSON.stringify(kept))
    else sessionStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing still shows what is typed.
  }
}
