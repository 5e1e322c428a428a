/** For how many days a token works. */
export const lifetimes = ['30', '90', '365'] as const
