import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '#app/env.server.ts'

const secret = 'a-secret-that-is-only-used-in-this-test'

describe('readEnvironment', () => {
  it('refuses production without a secret of its own', () => {
    expect(() => readEnvironment({ NODE_ENV: 'production' })).toThrow(/SESSION_SECRET must be set/)
  })

  it('refuses production with the secret that development uses', () => {
    expect(() =>
      readEnvironment({
        NODE_ENV: 'production',
        SESSION_SECRET: 'only-for-development-and-never-for-production',
      }),
    ).toThrow(/SESSION_SECRET must be a secret of your own/)
  })

  it('treats a missing mode as production', () => {
    expect(() => readEnvironment({})).toThrow(/SESSION_SECRET/)
  })

  it('names every variable that is wrong, not just the first', () => {
    const read = () =>
      readEnvironment({
        SESSION_SECRET: 'short',
        PORT: 'ninety',
        ORIGIN: 'pmhc.example',
        DATABASE_URL: 'mysql://x',
        SIGN_UP: 'maybe',
        SMTP_URL: 'smtp://localhost:25',
      })
    for (const name of ['SESSION_SECRET', 'PORT', 'ORIGIN', 'DATABASE_URL', 'SIGN_UP', 'MAIL_FROM']) {
      expect(read).toThrow(new RegExp(`\\b${name}\\b`))
    }
  })

  it('asks for a sender where mail is configured', () => {
    const read = () => readEnvironment({ SESSION_SECRET: secret, SMTP_URL: 'smtp://localhost:25' })
    expect(read).toThrow(/MAIL_FROM/)
  })

  it('fills in what is left out or blank', () => {
    expect(readEnvironment({ SESSION_SECRET: secret, PORT: '', ORIGIN: '' })).toEqual({
      mode: 'production',
      port: 3000,
      origin: 'http://localhost:3000',
      databaseUrl: 'file:data/pmhc.sqlite',
      secret,
      signUp: 'approval',
      mail: null,
      questionnairesDirectory: null,
      exportsDirectory: resolve('data/exports'),
      trustProxy: 0,
      logLevel: 'info',
      demo: false,
    })
  })

  it('puts exports beside the SQLite file, or where it is told', () => {
    const folder = (variables: Record<string, string>) =>
      readEnvironment({ SESSION_SECRET: secret, ...variables }).exportsDirectory
    expect(folder({ DATABASE_URL: 'file:/srv/pmhc/one.sqlite' })).toBe('/srv/pmhc/exports')
    expect(folder({ DATABASE_URL: 'postgres://localhost/pmhc' })).toBe(resolve('data/exports'))
    expect(folder({ EXPORTS_DIR: '/srv/exports' })).toBe('/srv/exports')
  })

  it('keeps only the origin of an address with a path', () => {
    const { origin } = readEnvironment({ SESSION_SECRET: secret, ORIGIN: 'https://pmhc.example.gov/start/' })
    expect(origin).toBe('https://pmhc.example.gov')
  })
})
