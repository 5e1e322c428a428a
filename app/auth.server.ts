import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Logger } from 'pino'
import type { Database } from '#db/database.server.ts'
import { localPath } from './accounts/local-path.ts'
import { longestPassword, shortestPassword } from './accounts/password-length.ts'
import type { Environment } from './env.server.ts'
import {
  accountExistsMail,
  confirmAddressMail,
  passwordChangedMail,
  resetPasswordMail,
} from './mail/account-mails.ts'
import type { Mailer } from './mail/mailer.server.ts'

const minutes = 60
const hours = 60 * minutes
const days = 24 * hours

interface Parts {
  environment: Environment
  database: Database
  mailer: Mailer
  log: Logger
}

/**
 * Sign-in by better-auth: passwords, sessions, second factors, rate limits, all in our own database. Its
 * cookie cache stays off, so that a session that was ended is over at the next request.
 */
export function createAuth({ environment, database, mailer, log }: Parts) {
  const { origin } = environment
  return betterAuth({
    appName: 'PMHC self-assessment',
    baseURL: origin,
    secret: environment.secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // Its lesser messages name email addresses.
    logger: { level: 'error', log: (_level, message) => log.error(`sign-in: ${message}`) },
    database: tablesOf(database),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      autoSignIn: true,
      requireEmailVerification: mailer.configured,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: hours,
      sendResetPassword: ({ user, token }) => mailer.send(resetPasswordMail(origin, user, token)),
      onPasswordReset: ({ user }) => mailer.send(passwordChangedMail(origin, user)),
      onExistingUserSignUp: ({ user }) => mailer.send(accountExistsMail(origin, user)),
    },
    emailVerification: {
      sendOnSignUp: mailer.configured,
      // Whoever holds the link has shown that the mailbox is theirs, and not yet that they know the password.
      autoSignInAfterVerification: false,
      expiresIn: days,
      sendVerificationEmail: ({ user, url, token }) => {
        const to = localPath(new URL(url).searchParams.get('callbackURL'))
        return mailer.send(confirmAddressMail(origin, user, token, to))
      },
    },
    user: { changeEmail: { enabled: true } },
    session: { expiresIn: 14 * days, updateAge: days, cookieCache: { enabled: false } },
    verification: { storeIdentifier: 'hashed' },
    // Where somebody signed in from, and with what, is nobody's business here.
    databaseHooks: {
      session: {
        create: {
          before: (session) => Promise.resolve({ data: { ...session, ipAddress: null, userAgent: null } }),
        },
      },
    },
    rateLimit: limitsOf(environment),
    advanced: {
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
    },
    plugins: [twoFactor({ issuer: 'PMHC self-assessment' })],
  })
}

/** How many tries an address has, counted in the database so that several processes count together. */
function limitsOf({ mode }: Environment) {
  return {
    enabled: mode !== 'test',
    storage: 'database',
    window: 60,
    max: 100,
    customRules: {
      '/sign-in/email': { window: 60, max: 10 },
      '/sign-up/email': { window: hours, max: 20 },
      '/request-password-reset': { window: hours, max: 10 },
      '/send-verification-email': { window: hours, max: 10 },
      '/change-email': { window: hours, max: 10 },
      '/change-password': { window: 60, max: 10 },
      '/two-factor/*': { window: 60, max: 10 },
    },
  } satisfies BetterAuthOptions['rateLimit']
}

function tablesOf(database: Database) {
  const { people, sessions, accounts, verifications, twoFactors, rateLimits } = database.tables
  return drizzleAdapter(database.orm, {
    provider: database.engine === 'sqlite' ? 'sqlite' : 'pg',
    schema: {
      user: people,
      session: sessions,
      account: accounts,
      verification: verifications,
      twoFactor: twoFactors,
      rateLimit: rateLimits,
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
