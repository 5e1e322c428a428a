import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath, withReturn } from '#app/accounts/local-path.ts'

describe('localPath', () => {
  it.each(['/', '/account', '/organizations/1/members?done=left', '/a%2F%2Fb'])('keeps %s', (path) => {
    expect(localPath(path)).toBe(path)
  })

  it.each([
    undefined,
    null,
    7,
    '',
    'account',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/.//evil.example',
    '/x\u202E',
  ])('makes the start page of %j', (path) => {
    expect(localPath(path)).toBe('/')
  })

  it('never leads a browser to another site', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      ' ',
      ':',
      '@',
      '?',
      '#',
      'evil.example',
      'http',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const url = new URL(localPath(parts.join('')), 'https://pmhc.example.org/sign-in')
        expect(url.origin).toBe('https://pmhc.example.org')
      }),
    )
  })
})

describe('withReturn', () => {
  it('names where to return to, unless that is the start page', () => {
    expect(withReturn('/sign-in', '/')).toBe('/sign-in')
    expect(withReturn('/sign-in', '/a?b=c')).toBe('/sign-in?to=%2Fa%3Fb%3Dc')
  })
})
