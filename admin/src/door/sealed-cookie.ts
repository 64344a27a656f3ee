import { createHmac, timingSafeEqual } from "node:crypto";
import type { Vault } from "@nextmavens/api/platform/vault";
import type { CookieOptions } from "express";

/** A cookie that names a session of a member of staff, signed by us. */
export interface SealedCookie {
  readonly name: string;
  readonly options: CookieOptions;
  seal(staffId: string, staffSessionId: string): string;
  read(header: string | undefined): { readonly staffId: string; readonly sessionId: string } | undefined;
}

export function sealedCookie(vault: Vault, publicUrl: string, named: string, purpose: string): SealedCookie {
  const secure = publicUrl.startsWith("https:");
  const name = secure ? `__Host-${named}` : named;
  const key = vault.derive(purpose);
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

/** A session behind broken glass: beside the usual one, and before it. It is looked up at each request. */
export const glassCookie = (vault: Vault, publicUrl: string) => sealedCookie(vault, publicUrl, "nm_break_glass", "break-glass:cookie");

/** The sign-in by which a browser became known: it tells nothing but that the right password was given in it once. */
export const deviceCookie = (vault: Vault, publicUrl: string) => sealedCookie(vault, publicUrl, "nm_device", "console:device");
