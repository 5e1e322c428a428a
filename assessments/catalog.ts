import type { Questionnaire } from './questionnaire.ts'
import { newestFirst } from './version-order.ts'

/** One version of a questionnaire, with the text that it is hashed by. */
export interface CatalogVersion {
  slug: string
  version: string
  questionnaire: Questionnaire
  /** The RFC 8785 canonical JSON of the file as its author wrote it, before any default is filled in. */
  json: string
  /** The SHA-256 of `json`. */
  sha256: string
  /** The file that it was read from; null where only the database still has it. */
  file: string | null
  /** False for a draft, and where the file is gone: nothing new may be started with it. */
  offered: boolean
}

/** Every version that the program knows. */
export interface Catalog {
  /** By slug, then the newest first. */
  versions: readonly CatalogVersion[]
  /** Sentences for the log: what was found amiss and can be lived with. */
  warnings: readonly string[]
  /** One version, offered or not. */
  find(slug: string, version: string): CatalogVersion | undefined
  /** The newest version that is offered. */
  newest(slug: string): CatalogVersion | undefined
  /** All versions of one questionnaire, the newest first: what `correspondence` wants as its lineage. */
  lineage(slug: string): Questionnaire[]
}

/** Makes a catalog of versions that have been checked. */
export function makeCatalog(versions: readonly CatalogVersion[], warnings: readonly string[] = []): Catalog {
  const sorted = [...versions].sort((a, b) =>
    a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : newestFirst(a, b),
  )
  return {
    versions: sorted,
    warnings,
    find: (slug, version) => sorted.find((known) => known.slug === slug && known.version === version),
    newest: (slug) => sorted.find((known) => known.slug === slug && known.offered),
    lineage: (slug) =>
      sorted.filter((known) => known.slug === slug).map(({ questionnaire }) => questionnaire),
  }
}
