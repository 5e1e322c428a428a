import { notFound } from '#app/context.server.ts'

export const loader = () => {
  throw notFound()
}

export default function Screen() {
  return null
}
