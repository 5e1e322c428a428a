import type { Level } from '#assessments/questionnaire.ts'

/** What the keys do, for whoever answers without a mouse. */
export function KeyboardHelp({ levels }: { levels: readonly Level[] }) {
  const lowest = levels[0]?.value ?? 1
  const highest = levels.at(-1)?.value ?? 5
  return (
    <details className="fold keyboard-help">
      <summary>Keyboard</summary>
      <p>While an item has the focus and you are not typing in a field:</p>
      <dl>
        <Key keys={[`${lowest}`, `${highest}`]} between=" to ">
          choose that level, or the option of that number
        </Key>
        <Key keys={['N']}>not applicable; then type the reason</Key>
        <Key keys={['D']}>don’t know</Key>
        <Key keys={['C']}>
          confirm an answer that is not reconfirmed, and go on to the next item that needs you
        </Key>
        <Key keys={['Delete', 'Backspace']} between=" or ">
          clear the answer
        </Key>
        <Key keys={['↑', '↓']} between=" and ">
          move through the answers; where you rest is saved
        </Key>
        <Key keys={['Tab']}>go on to the next field or item</Key>
      </dl>
    </details>
  )
}

function Key({ keys, between, children }: { keys: string[]; between?: string; children: string }) {
  return (
    <div>
      <dt>
        {keys.map((key, at) => (
          <span key={key}>
            {at > 0 && between}
            <kbd>{key}</kbd>
          </span>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
