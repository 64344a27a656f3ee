/** What looks for abuse: requests as they are seen, features of a window of them, and the rules that find something in those. */
export { type Door, doors, type Observation, type Observe } from "./observation.ts";
