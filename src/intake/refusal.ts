/**
 * Why something that a person asked for isn't done: its message is a sentence for that person, who can mend it or at least know.
 * Any other error is a fault of the program's, which nobody is told more of than that there was one.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
