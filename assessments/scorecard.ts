/** A score and what it stands on, for a domain or for all. */
export interface Score {
  /** 0–100, rounded half up to four decimals; null where nothing is scored. */
  score: number | null
  /** Scored items that apply and are answered. */
  answered: number
  /** Scored items that apply: neither hidden nor not applicable. */
  applicable: number
  /** answered ÷ applicable, rounded half up to four decimals; null where nothing applies. */
  completeness: number | null
  /** A band's id, or null while it is withheld. */
  band: string | null
  /** Ids of the must-haves that are below their passing level, in the questionnaire's order. */
  cappedBy: string[]
}

/** What scoring makes of a set of responses; what is frozen, hashed and exported. */
export interface Scorecard {
  /** `slug@version`. */
  questionnaire: string
  overall: Score
  domains: ({ id: string } & Score)[]
}
