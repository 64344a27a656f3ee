/** What is left of a count when it cools. */
const coolingFactor = 0.8;

/** How often something was asked for, of which the latest counts most. */
export class Heat {
  #value = 0;

  get value(): number {
    return this.#value;
  }

  note(): void {
    this.#value += 1;
  }

  cool(): void {
    this.#value *= coolingFactor;
  }
}
