import { TextInput, type FieldState } from './text-input.tsx'

/** Takes a code of an authenticator app. It may be typed in groups, so that it is longer than its digits. */
export function CodeInput({ field, label }: { field: FieldState; label: string }) {
  return (
    <TextInput field={field} label={label} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
  )
}
