import type { Context } from "../platform/action.ts";
import * as queries from "./queries.ts";

export const forget = ({ db, now }: Context) => queries.forgetExpired(db, now);
