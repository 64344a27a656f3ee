import { flawOf, objectIn, unreadable } from "./answer.ts";
import type { FailedRequest } from "./error.ts";
import { bodyOf, brokenOff, type DataAt, errorIn, incoming, makeAsk } from "./streaming.ts";

/** How rows of a whole table are written: CSV, or JSON objects one a line. */
export type TableFormat = "csv" | "ndjson";

/** How far an export or import is. */
export interface TableProgress {
  readonly bytes: number;
  /** Of all, where that is known: for an import of a text, a Blob or bytes. */
  readonly totalBytes: number | undefined;
}

/** What both ways take. A whole table may take its time, so there is no timeout unless `signal` is one: `AbortSignal.timeout(60_000)`. */
export interface TableOptions {
  /** CSV unless told. */
  readonly format?: TableFormat | undefined;
  /** Which columns; to import NDJSON, those that lines may have. CSV to import names its own. */
  readonly columns?: readonly string[] | undefined;
  /** One of the schemas that the project exposes; the first unless told. */
  readonly schema?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how far it is, after each piece. */
  readonly onProgress?: ((progress: TableProgress) => void) | undefined;
}

/** What an import came to. */
export interface Imported {
  readonly rows: number;
  readonly bytes: number;
}

/** What can be imported: a text, bytes, a file, or a stream of bytes or texts (streams: in Node, Bun, Deno and workers). */
export type TableSource = string | Uint8Array | Blob | ReadableStream<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

/** One table, as a whole. */
export interface Table {
  /** All rows as a stream of bytes, read from the platform no faster than it is read here. It fails where the export does. */
  export(options?: TableOptions): Promise<ReadableStream<Uint8Array>>;
  /** Takes rows in, all or none. Where one can't be, the error's `details` tell `line` and maybe `column`. */
  import(source: TableSource, options?: TableOptions): Promise<Imported>;
}

const contentTypes = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** Makes what exports and imports tables. */
export const makeTables = (at: DataAt) => {
  const ask = makeAsk(at);
  return (name: string): Table => {
    const path = `/api/tables/${encodeURIComponent(name)}`;
    return {
      async export({ format = "csv", columns, schema, signal, onProgress } = {}) {
        const init = { method: "GET", ...(signal && { signal }) };
        const query = { format, columns, schema };
        const { response, request } = await ask({ operation: "exportTable", path: `${path}/export`, query, init });
        return watched(bodyOf(response, request), request, { format, signal, onProgress });
      },
      async import(source, { format = "csv", columns, schema, signal, onProgress } = {}) {
        const body = sent(source, onProgress);
        const init = { method: "POST", ...body, ...(signal && { signal }) };
        const headers = { "content-type": contentTypes[format] };
        const query = { columns, schema };
        const { response, request } = await ask({ operation: "importTable", path: `${path}/import`, query, headers, init });
        const answer = await incoming(response, request);
        const value = objectIn(answer.text);
        if (typeof value?.["rows"] !== "number") throw unreadable(answer, flawOf(answer.text));
        return value as unknown as Imported;
      },
    };
  };
};

/** What was sent is counted; a stream as it is taken, anything else when it is gone. */
function sent(source: TableSource, onProgress: TableOptions["onProgress"]): RequestInit {
  if (typeof source === "string" || source instanceof Uint8Array || source instanceof Blob) {
    const blob = source instanceof Blob ? source : new Blob([source as string | Uint8Array<ArrayBuffer>]);
    if (!onProgress || !canStream()) {
      onProgress?.({ bytes: 0, totalBytes: blob.size });
      return { body: blob };
    }
    return streamed(blob.stream(), blob.size, onProgress);
  }
  return streamed(source, undefined, onProgress);
}

const streamed = (
  source: AsyncIterable<Uint8Array | string> | ReadableStream<Uint8Array | string>,
  totalBytes: number | undefined,
  onProgress: TableOptions["onProgress"],
) => {
  let bytes = 0;
  const encoder = new TextEncoder();
  const pieces = "getReader" in source ? readerOf(source) : source[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) return controller.close();
      const piece = typeof value === "string" ? encoder.encode(value) : value;
      bytes += piece.byteLength;
      controller.enqueue(piece);
      onProgress?.({ bytes, totalBytes });
    },
    async cancel() {
      await pieces.return?.();
    },
  });
  return { body, duplex: "half" } as RequestInit;
};

/** Not every browser's streams can be gone through. */
function readerOf(stream: ReadableStream<Uint8Array | string>): AsyncIterator<Uint8Array | string> {
  const reader = stream.getReader();
  return {
    next: () => reader.read() as Promise<IteratorResult<Uint8Array | string>>,
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}

/** Browsers send streams over HTTP/2 only, and some not at all: there what is at hand goes as it is. */
const canStream = () => !("document" in globalThis);

const newline = 0x0a;
/** No line that tells an error is longer. */
const lineMax = 100_000;

/** The stream with progress; one of NDJSON whose last line tells an error fails with it. */
function watched(
  body: ReadableStream<Uint8Array>,
  request: FailedRequest,
  { format, signal, onProgress }: TableOptions,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  let last = new Uint8Array();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          const told = format === "ndjson" ? errorIn(new TextDecoder().decode(last), request) : undefined;
          return told ? controller.error(told) : controller.close();
        }
        bytes += value.byteLength;
        if (format === "ndjson") last = lastLine(last, value);
        controller.enqueue(value);
        onProgress?.({ bytes, totalBytes: undefined });
      } catch (cause) {
        controller.error(brokenOff(cause, request, signal));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** From where the last line begins that was heard. */
function lastLine(before: Uint8Array, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const at = piece.lastIndexOf(newline, piece.length - 2);
  const kept = at >= 0 ? piece.slice(at + 1) : joined(before.at(-1) === newline ? new Uint8Array() : before, piece);
  return kept.length > lineMax ? new Uint8Array() : kept;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
