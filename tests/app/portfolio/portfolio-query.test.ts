import { describe, expect, test } from 'vitest'
import { portfolioSearch, readPortfolioQuery } from '#app/portfolio/portfolio-query.ts'

const read = (search: string) => readPortfolioQuery(new URLSearchParams(search))

describe('the address of a portfolio', () => {
  test('says which agencies, and what is empty is left out', () => {
    expect(read('state=OH&size=10-24&search=&page=3')).toEqual({
      ...{ state: 'OH', size: '10-24', page: 3, notUnderstood: [] },
    })
  })

  test('names what in it says nothing that there is', () => {
    expect(read('state=Ohio&standing=asleep&order=luck&page=-1&tag=Grant')).toEqual({
      ...{ tag: 'Grant', notUnderstood: ['state', 'standing', 'order', 'page'] },
    })
  })

  test('is written as it was read, with some parts replaced', () => {
    const query = read('state=OH&tag=Grant%202026&page=3')
    expect(portfolioSearch(query)).toBe('state=OH&tag=Grant+2026&page=3')
    expect(portfolioSearch(query, { page: null, state: 'KY' })).toBe('state=KY&tag=Grant+2026')
  })
})
