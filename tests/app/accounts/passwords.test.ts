import { describe, expect, it } from 'vitest'
import { easyToGuess, newPassword } from '#app/accounts/passwords.ts'

describe('newPassword', () => {
  it('asks for twelve characters and for no kind of them', () => {
    expect(newPassword.safeParse('eleven char').success).toBe(false)
    expect(newPassword.safeParse('twelve chars').success).toBe(true)
    expect(newPassword.safeParse('x'.repeat(201)).success).toBe(false)
    expect(newPassword.safeParse(undefined).success).toBe(false)
  })
})

describe('easyToGuess', () => {
  it.each([
    'aaaaaaaaaaaaaaaaa',
    'abababababababab',
    '123456789012',
    'abcdefghijklmnop',
    'zyxwvutsrqponm',
    'passwordpassword',
    'Welcome Password 1',
    'Sheriff-2026',
  ])('refuses %s', (password) => {
    expect(easyToGuess(password)).not.toBeNull()
  })

  it('refuses what begins with the own email address', () => {
    expect(easyToGuess('avery@example.org', 'Avery@example.org')).not.toBeNull()
    expect(easyToGuess('averylind2026!', 'averylind@example.org')).not.toBeNull()
  })

  it.each(['three brown foxes dance', 'kX9#mQ2$vL7!', 'correct horse battery staple', 'Ünïcödé wörds häve'])(
    'accepts %s',
    (password) => {
      expect(easyToGuess(password, 'avery@example.org')).toBeNull()
    },
  )
})
