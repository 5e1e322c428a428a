import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Database } from '#db/database.server.ts'
import type { Environment } from './env.server.ts'
import { confirmAddressMail, resetPasswordMail } from './mail/account-mails.ts'
import type { Mailer } from './mail/mailer.server.ts'

const hours = 60 * 60
const days = 24 * hours

/**
 * Sign-in by better-auth: passwords, sessions, second factors, rate limits, all in our own database. Its
 * cookie cache stays off, so that a session that was ended is over at the next request.
 */
export function createAuth({
  environment,
  database,
  mailer,
}: {
  environment: Environment
  database: Database
  mailer: Mailer
}) {
  const { people, sessions, accounts, verifications, twoFactors, rateLimits } = database.tables
  return betterAuth({
    appName: 'PMHC self-assessment',
    baseURL: environment.origin,
    secret: environment.secret,
    trustedOrigins: [environment.origin],
    telemetry: { enabled: false },
    database: drizzleAdapter(database.orm, {
      provider: database.engine === 'sqlite' ? 'sqlite' : 'pg',
      schema: {
        user: people,
        session: sessions,
        account: accounts,
        verification: verifications,
        twoFactor: twoFactors,
        rateLimit: rateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      autoSignIn: true,
      requireEmailVerification: mailer.configured,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        mailer.send(resetPasswordMail(environment.origin, user, token)),
    },
    emailVerification: {
      sendOnSignUp: mailer.configured,
      autoSignInAfterVerification: true,
      sendVerificationEmail: async ({ user, token }) =>
        mailer.send(confirmAddressMail(environment.origin, user, token)),
    },
    user: {
      changeEmail: { enabled: true, updateEmailWithoutVerification: !mailer.configured },
    },
    session: { expiresIn: 14 * days, updateAge: days, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: environment.mode !== 'test',
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: hours, max: 20 },
        '/request-password-reset': { window: hours, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
      },
    },
    advanced: {
      useSecureCookies: environment.origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    plugins: [twoFactor({ issuer: 'PMHC self-assessment' })],
  })
}

export type Auth = ReturnType<typeof createAuth>
