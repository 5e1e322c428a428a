import { expect, it } from 'vitest'
import { demoPeople } from '#app/accounts/demo-people.ts'
import { demonstrationForTests } from './support/demonstration.ts'

const demonstration = demonstrationForTests()

/** The addresses on this site that a page links to, without what comes after the question mark or the number sign. */
function linksOf(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href)
  return links.filter((href) => href.startsWith('/')).map((href) => href.replace(/[?#].*$/, ''))
}

/** Follows every link from a person's first page on, and names each that leads nowhere, with the page it is on. */
async function deadLinks(cookie: string): Promise<{ seen: number; dead: string[] }> {
  const seen = new Set(['/'])
  const dead: string[] = []
  const open: { path: string; on: string }[] = [{ path: '/', on: '' }]
  for (let next = open.shift(); next; next = open.shift()) {
    const { path, on } = next
    const answer = await demonstration.site.app.fetch(path, { headers: { Cookie: cookie } })
    if (answer.status >= 400) dead.push(`${answer.status} ${path}, on ${on}`)
    const isPage = answer.headers.get('content-type')?.startsWith('text/html')
    const location = answer.headers.get('location')
    const links = isPage ? linksOf(await answer.text()) : []
    for (const link of location ? [location.replace(/[?#].*$/, '')] : links) {
      if (seen.has(link)) continue
      seen.add(link)
      open.push({ path: link, on: path })
    }
  }
  return { seen: seen.size, dead }
}

it.each(demoPeople.map(({ name }) => [name]))(
  'every link that %s finds leads somewhere',
  async (name) => {
    const { storageState } = await demonstration.signedIn(name)
    if (typeof storageState !== 'object') throw new Error(`${name} is not signed in`)
    const cookie = storageState.cookies.map((one) => `${one.name}=${one.value}`).join('; ')
    const { seen, dead } = await deadLinks(cookie)
    expect(seen).toBeGreaterThan(3)
    expect(dead).toEqual([])
  },
  120_000,
)
