import { createHmac, timingSafeEqual } from "node:crypto";
import type { Vault } from "@nextmavens/api/platform/vault";
import type { CookieOptions } from "express";

/** The cookie of a session behind broken glass: beside the usual one, and before it. It names a session, which is looked up at each request. */
export interface GlassCookie {
  readonly name: string;
  readonly options: CookieOptions;
  seal(staffId: string, staffSessionId: string): string;
  read(header: string | undefined): { readonly staffId: string; readonly sessionId: string } | undefined;
}

export function glassCookie(vault: Vault, publicUrl: string): GlassCookie {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? "__Host-nm_break_glass" : "nm_break_glass";
  const key = vault.derive("break-glass:cookie");
  const signed = (text: string) => createHmac("sha256", key).update(text).digest("base64url");
  const inHeader = new RegExp(`(?:^|; *)${name}=((stf_\\w{26})\\.(ses_\\w{26}))\\.([\\w-]{43})(?:;|$)`);
  return {
    name,
    options: { path: "/", httpOnly: true, sameSite: "strict", secure },
    seal: (staffId, staffSessionId) => `${staffId}.${staffSessionId}.${signed(`${staffId}.${staffSessionId}`)}`,
    read(header = "") {
      const [, text = "", staffId, sessionId, signature = ""] = inHeader.exec(header) ?? [];
      if (!staffId || !sessionId || !timingSafeEqual(Buffer.from(signed(text)), Buffer.from(signature))) return undefined;
      return { staffId, sessionId };
    },
  };
}
