import type { Config } from "@nextmavens/api/platform/config";
import { spoken } from "@nextmavens/api/platform/spoken";
import { makeResetLink } from "@nextmavens/api/staff";
import { actBy, atPlatform } from "../at-platform.ts";
import type { Options } from "./options.ts";

/** `npm run staff -- reset-password`: the link, printed. */
export const resetPassword = ({ email }: Options, config: Config): Promise<void> =>
  atPlatform(config, async (parts) => {
    const { name, url, until } = await actBy("staff command", parts)("makeStaffResetLink", true, makeResetLink, { email });
    console.log(`For ${name} alone, to choose a new password. It serves once, until ${spoken(until)}:\n\n    ${url}`);
  });
