import type { Item } from '#assessments/item.ts'
import {
  questionnaireName,
  type Band,
  type Level,
  type Questionnaire,
  type Reference,
} from '#assessments/questionnaire.ts'
import { readMarkdown } from '../markdown.server.ts'
import type { Block } from '../markdown.tsx'
import { conditionWords } from './condition-words.ts'

/** An item as pages show it to be read, its Markdown parsed and its references looked up. */
export interface ReadableItem {
  item: Item
  guidance: Block[]
  sources: Reference[]
  resources: Reference[]
  /** When it is asked, or null where always. */
  askedIf: string | null
}

export interface ReadableDomain {
  id: string
  title: string
  question: string
  about: Block[]
  items: ReadableItem[]
}

/** A whole questionnaire as pages show it to be read. */
export interface ReadableQuestionnaire {
  name: string
  slug: string
  version: string
  draft: boolean
  title: string
  summary: string
  about: Block[]
  minutes: { least: number; most: number }
  levels: Level[]
  bands: Band[]
  whenInDoubt: string
  domains: ReadableDomain[]
}

const known = new WeakMap<Questionnaire, ReadableQuestionnaire>()

/** Makes a questionnaire ready to be read, once. */
export function readable(questionnaire: Questionnaire): ReadableQuestionnaire {
  const made = known.get(questionnaire) ?? makeReadable(questionnaire)
  known.set(questionnaire, made)
  return made
}

function makeReadable(questionnaire: Questionnaire): ReadableQuestionnaire {
  const { slug, version, draft, title, summary, minutes, levels, whenInDoubt, scoring } = questionnaire
  return {
    name: questionnaireName(questionnaire),
    slug,
    version,
    draft,
    title,
    summary,
    minutes,
    levels,
    whenInDoubt,
    bands: scoring.bands,
    about: readMarkdown(questionnaire.about),
    domains: questionnaire.domains.map((domain) => ({
      id: domain.id,
      title: domain.title,
      question: domain.question,
      about: readMarkdown(domain.about ?? ''),
      items: domain.items.map((item) => readableItem(questionnaire, item)),
    })),
  }
}

function readableItem(questionnaire: Questionnaire, item: Item): ReadableItem {
  return {
    item,
    guidance: readMarkdown(item.guidance ?? ''),
    sources: referencesOf(questionnaire.sources, item.sources),
    resources: referencesOf(questionnaire.resources, item.resources),
    askedIf: item.shownWhen ? conditionWords(questionnaire, item.shownWhen) : null,
  }
}

function referencesOf(references: Readonly<Record<string, Reference>>, ids: readonly string[]): Reference[] {
  return ids.flatMap((id) => references[id] ?? [])
}
