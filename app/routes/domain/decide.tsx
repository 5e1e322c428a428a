interface DecideProps {
  name: string
  value: string
  onDecide: () => void
  children: React.ReactNode
}

/** Without JavaScript the button sends the form, and says by its name what was decided. */
export function Decide({ name, value, onDecide, children }: DecideProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className="usa-button usa-button--outline"
      onClick={(event) => {
        event.preventDefault()
        const card = event.currentTarget.closest<HTMLElement>('section')
        onDecide()
        // The button is gone; the question is where the person goes on.
        card?.focus()
      }}
    >
      {children}
    </button>
  )
}
