import type { DomainReport, ItemRow, Said } from '../domain-report.ts'
import type { Cell, Part, Words } from '../parts.ts'
import { isLink } from '../value-words.ts'

/** All domains one after the other; nothing where answers aren't shared. */
export function domainsSection(text: string, domains: readonly DomainReport[]): Part[] {
  return domains.length === 0 ? [] : [{ kind: 'heading', level: 2, text }, ...domains.flatMap(domainSection)]
}

/** One domain: its score, what becomes of its band, what would raise it, every item, what was said of them. */
function domainSection(domain: DomainReport): Part[] {
  const { score, reasons, raisers, items, context, said } = domain
  return [
    { kind: 'heading', level: 3, text: score.title },
    { kind: 'paragraph', words: scoreWords(score), keepWithNext: true },
    ...reasons.flatMap(({ text, items: named }): Part[] => [
      { kind: 'paragraph', words: text, keepWithNext: named.length > 0 },
      ...(named.length > 0 ? [{ kind: 'list', items: named } as const] : []),
    ]),
    ...(raisers.length > 0
      ? ([
          { kind: 'heading', level: 4, text: 'What would raise it most' },
          { kind: 'list', items: raisers.map(raiserWords) },
        ] satisfies Part[])
      : []),
    { kind: 'heading', level: 4, text: 'Levels' },
    levelsTable(score.title, items),
    ...contextParts(score.title, context),
    ...saidParts(said),
  ]
}

function scoreWords({ displayed, basis, band, change, changeBasis }: DomainReport['score']): Words {
  const number = displayed === null ? 'No score' : String(displayed)
  const changed =
    change === null ? '' : `. Change: ${change}${changeBasis === null ? '' : ` (${changeBasis})`}`
  return [
    { text: number, strong: true },
    { text: ` (${basis}), ` },
    { text: band, strong: true },
    { text: `${changed}.` },
  ]
}

function raiserWords({ question, now, next, highest, gain, caps }: DomainReport['raisers'][number]): Words {
  const worth = `${highest} would add ${gain} to this domain’s score.`
  return [
    { text: question, strong: true },
    { text: ` Now ${now}${caps ? ', a must-have below the level that passes' : ''}. ${worth}` },
    { text: next ? ` Next, ${next.label}: ${next.anchor}` : '' },
  ]
}

function levelsTable(domain: string, items: readonly ItemRow[]): Part {
  const own = items.some(({ agency }) => agency !== null)
  const partner = items.some((item) => item.partner !== null)
  const level = own ? 'Agreed' : 'Level'
  return {
    kind: 'table',
    summary: `Every scored item of ${domain} with its level`,
    columns: [
      { title: 'Item', share: own ? 40 : 44 },
      ...(own ? [{ title: 'Agency', share: 19 }] : []),
      ...(partner ? [{ title: 'Partner', share: 19 }] : []),
      { title: level, share: own ? 22 : 40 },
    ],
    rows: items.map((item) => ({
      cells: [
        item.mark === null ? item.question : { words: item.question, small: item.mark },
        ...(own ? [item.agency ?? '–'] : []),
        ...(partner ? [item.partner ?? '–'] : []),
        levelCell(item, !own),
      ],
    })),
  }
}

function levelCell({ level, settled, anchor }: ItemRow, withAnchor: boolean): Cell {
  const small = [...(settled === null ? [] : [settled]), ...(withAnchor && anchor !== null ? [anchor] : [])]
  const words = [{ text: level, strong: true }]
  return small.length === 0 ? { words } : { words, small: small.join('. ') }
}

function contextParts(domain: string, context: DomainReport['context']): Part[] {
  if (context.length === 0) return []
  return [
    { kind: 'heading', level: 4, text: 'Context, not scored' },
    {
      kind: 'table',
      summary: `What was answered in ${domain} and isn’t scored`,
      columns: [
        { title: 'Question', share: 6 },
        { title: 'Answer', share: 5 },
      ],
      rows: context.map(({ question, answer }) => ({ cells: [question, answer] })),
    },
  ]
}

function saidParts(said: readonly Said[]): Part[] {
  if (said.length === 0) return []
  return [{ kind: 'heading', level: 4, text: 'Notes and evidence' }, ...said.flatMap(oneSaid)]
}

function oneSaid({ question, remarks, evidence }: Said): Part[] {
  return [
    { kind: 'paragraph', look: 'question', words: question, keepWithNext: true },
    ...remarks.map(({ who, text }): Part => ({
      kind: 'paragraph',
      look: 'typed',
      words: [{ text: `${who}: `, strong: true }, { text }],
    })),
    ...evidence.map(({ who, links }): Part => ({
      kind: 'links',
      label: `${who === '' ? 'Evidence' : `${who}, evidence`}${links.some(isLink) ? '' : ' (taken out)'}:`,
      urls: links,
    })),
  ]
}
