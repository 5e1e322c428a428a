// @vitest-environment jsdom
import { render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readMarkdown } from '#app/markdown.server.ts'
import { Markdown } from '#app/markdown.tsx'

const html = (text: string) => render(<Markdown blocks={readMarkdown(text)} />).container.innerHTML

test('Markdown shows paragraphs, strong, emphasis, line breaks and lists', () => {
  expect(html('One **strong** and *soft* word.\n\nTwo,  \nthree.')).toBe(
    '<p>One <strong>strong</strong> and <em>soft</em> word.</p><p>Two,<br>three.</p>',
  )
  expect(html('- a\n- b **c**\n\n1. one')).toBe(
    '<ul><li>a</li><li>b <strong>c</strong></li></ul><ol><li>one</li></ol>',
  )
})

test('Markdown links only to https', () => {
  expect(html('[a](https://example.org/x) [b](http://example.org) [c](javascript:alert(1))')).toBe(
    '<p><a class="usa-link" href="https://example.org/x" rel="noreferrer">a</a> b c</p>',
  )
})

test.each([
  ['<script>alert(1)</script>'],
  ['<img src=x onerror=alert(1)>'],
  ['a <b onclick="x()">b</b>'],
  ['![x](https://example.org/x.png)'],
  ['    <i>code</i>'],
  ['# Heading'],
  ['| a |\n|---|\n| b |'],
])('Markdown shows %j as the text that was typed', (text) => {
  const { container } = render(<Markdown blocks={readMarkdown(text)} />)
  expect(container.textContent).toBe(text.trim())
  expect(new Set([...container.querySelectorAll('*')].map(({ localName }) => localName))).toEqual(
    new Set(['p']),
  )
})
