import type { Telegram } from "telegraf";
import type { Delivery } from "./delivery.ts";

/** Where whoever is on staff reads along. Never throws. */
export interface StaffChannel {
  send(text: string): Promise<Delivery>;
}

interface ChannelSettings {
  readonly token: string;
  readonly chat: string;
  readonly apiRoot: string | undefined;
  readonly timeoutMs?: number;
}

const timeoutMs = 10_000;
/** What Telegram takes in one message, in UTF-16 units. */
const lengthMax = 4_096;

/** Messages by a Telegram bot. The bot's token is part of its addresses, and so of what errors say: nothing of them leaves here unwashed. */
export function makeStaffChannel({ token, chat, apiRoot, timeoutMs: patience = timeoutMs }: ChannelSettings): StaffChannel {
  let telegram: Telegram | undefined;
  const open = async () => {
    const { Telegram } = await import("telegraf");
    return new Telegram(token, apiRoot === undefined ? {} : { apiRoot });
  };
  const washed = (error: unknown) => String(error).replaceAll(token, "…");
  return {
    async send(text) {
      telegram ??= await open();
      const whole = text.length <= lengthMax ? text : `${text.slice(0, lengthMax - 1)}…`;
      const request = { chat_id: chat, text: whole, link_preview_options: { is_disabled: true } };
      try {
        // Its types know an older AbortSignal; what carries it out asks for no more than the name.
        const options = { signal: AbortSignal.timeout(patience) } as unknown as NonNullable<Parameters<Telegram["callApi"]>[2]>;
        const { message_id: id } = await telegram.callApi("sendMessage", request, options);
        return { is: "taken", as: [String(id)] };
      } catch (error) {
        return judge(error, washed(error));
      }
    },
  };
}

/** As `TelegramError` has it, whose module is not loaded before it is needed. */
interface Refused {
  readonly code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number };
}
const isRefused = (error: unknown): error is Refused =>
  error instanceof Error && "description" in error && "code" in error && typeof error.code === "number";

/** A chat that is not found or lets nobody in is ours to mend; what Telegram can't read stays unreadable. */
function judge(error: unknown, why: string): Delivery {
  if (!isRefused(error) || error.code >= 500) return { is: "unclear", why };
  const { code: status, description, parameters } = error;
  if (status === 400 && /message|text|entities/i.test(description)) return { is: "refused", why, status };
  const seconds = parameters?.retry_after;
  return { is: "put_off", why, waitMs: seconds === undefined ? undefined : seconds * 1_000, status };
}
