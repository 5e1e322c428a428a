import { Fragment, type ReactNode } from 'react'

/** A piece of a line. */
export type Inline =
  | string
  | { kind: 'strong' | 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'break' }

/** What `readMarkdown` makes of a questionnaire's text; loaders send this and not the text. */
export type Block =
  { kind: 'paragraph'; children: Inline[] } | { kind: 'bullets' | 'numbers'; items: Block[][] }

/** Shows text that was read with `readMarkdown`, as React elements: there is no HTML on the way. */
export function Markdown({ blocks }: { blocks: readonly Block[] }) {
  return <>{blocks.map((block, place) => withKey(place, <MarkdownBlock block={block} />))}</>
}

function MarkdownBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') return <p>{line(block.children)}</p>
  const items = block.items.map((item, place) => <li key={place}>{listItem(item)}</li>)
  return block.kind === 'bullets' ? <ul>{items}</ul> : <ol>{items}</ol>
}

/** A list item of one paragraph is that paragraph's line, without the space around it. */
function listItem(blocks: readonly Block[]): ReactNode {
  return blocks.map((block, place) =>
    withKey(
      place,
      block.kind === 'paragraph' ? <>{line(block.children)}</> : <MarkdownBlock block={block} />,
    ),
  )
}

function line(children: readonly Inline[]): ReactNode {
  return children.map((child, place) => withKey(place, inline(child)))
}

function inline(child: Inline): ReactNode {
  if (typeof child === 'string') return child
  switch (child.kind) {
    case 'break':
      return <br />
    case 'strong':
      return <strong>{line(child.children)}</strong>
    case 'em':
      return <em>{line(child.children)}</em>
    case 'link':
      return (
        <a className="usa-link" href={child.href} rel="noreferrer">
          {line(child.children)}
        </a>
      )
  }
}

const withKey = (key: number, children: ReactNode) => <Fragment key={key}>{children}</Fragment>
