import { isLegacyForm, legacyKeys } from "../../api-keys/index.ts";

/** Reads how the keys begin that another platform made and this one took over. */
export type ReadPrefixes = () => Promise<readonly string[]>;

/**
 * Knows which keys of another form than ours are worth a look-up: none, unless this installation took some over. It is read
 * once, and again when it is announced that it changed; what is of no form costs no look-up, before and after.
 */
export class LegacyForms {
  readonly #read: ReadPrefixes;
  #prefixes: readonly string[] | undefined;
  #reading: Promise<readonly string[]> | undefined;

  constructor(read: ReadPrefixes) {
    this.#read = read;
  }

  /** Whether this may be a key that was taken over; synchronous once the forms are known. */
  include(key: string): boolean | Promise<boolean> {
    if (!isLegacyForm(key, [""])) return false;
    if (this.#prefixes) return isLegacyForm(key, this.#prefixes);
    return this.#load().then((prefixes) => isLegacyForm(key, prefixes));
  }

  /** Notes an announcement. */
  hear(topic: string | undefined): void {
    if (topic !== undefined && topic !== legacyKeys) return;
    this.#prefixes = undefined;
    this.#reading = undefined;
  }

  /** Once for all who wait; what was announced meanwhile is asked for anew by whoever comes next. */
  #load(): Promise<readonly string[]> {
    if (this.#reading !== undefined) return this.#reading;
    const reading = this.#read().then(
      (prefixes) => {
        if (this.#reading === reading) this.#prefixes = prefixes;
        return prefixes;
      },
      (error: unknown) => {
        if (this.#reading === reading) this.#reading = undefined;
        throw error;
      },
    );
    this.#reading = reading;
    return reading;
  }
}
