/** 0: done, or it holds. 1: what was checked doesn't hold, or couldn't be done. 2: called wrongly. */
export type ExitStatus = 0 | 1 | 2

/** One command of the command line; its module is loaded when it is called. */
export interface Command {
  /** What is typed after `pmhc`, such as `score QUESTIONNAIRE RESPONSES`. */
  usage: string
  /** What it does, in a line. */
  summary: string
  load(): Promise<{ run: (parameters: string[]) => ExitStatus | Promise<ExitStatus> }>
}

/** Thrown where a command was called wrongly; the usage is shown with it. */
export class CalledWrongly extends Error {}

/** Prints for a program to read: standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Prints JSON for a program to read. */
export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

/** Prints words for people: standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
