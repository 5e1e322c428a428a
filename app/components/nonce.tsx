import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)

export const NonceProvider = Nonce.Provider

/** The nonce that this page's own scripts carry; there is none in the browser, where it is not needed. */
export function useNonce(): string | undefined {
  return useContext(Nonce)
}
