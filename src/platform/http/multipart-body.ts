import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { Upload } from "../../kernel/upload.js";
import type { HttpConfig } from "./config.js";
import { contentTypeOf } from "./content-type.js";
import { isStorableText } from "./storable.js";
import { NO_BODY, NOT_STORABLE, TOO_LARGE, type RequestBody } from "./request-body.js";

const MOST_FIELDS = 200;

const NOT_MULTIPART = reject("malformed", "malformed_multipart", "The form data is malformed.");

export function isMultipart(request: IncomingMessage): boolean {
  return /^multipart\/form-data\b/i.test(request.headers["content-type"] ?? "");
}

/** Bytes that a form with these file fields may have. */
export function formLimit(fileFields: readonly string[], config: HttpConfig): number {
  return (fileFields.length + 1) * config.uploadLimit + config.jsonLimit;
}

/** Fields and files of a form; a name that comes again makes a list. */
class Form {
  readonly #parts = new Map<string, unknown[]>();

  /** False once a name or a text came that nothing could store. */
  storable = true;

  /** Bytes of all text fields. */
  written = 0;

  add(name: string, value: string | Upload): void {
    const text = typeof value === "string" ? value : value.name;
    this.storable &&= isStorableText(name) && isStorableText(text);
    this.written += Buffer.byteLength(name) + Buffer.byteLength(text);
    this.#parts.set(name, [...(this.#parts.get(name) ?? []), value]);
  }

  value(): object {
    const entries = [...this.#parts].map(([name, values]) => [
      name,
      values.length === 1 ? values[0] : values,
    ]);
    return Object.fromEntries(entries) as object;
  }
}

/** A parser that fills the form; of a file beyond the limit, no bytes are kept. */
function parserFor(
  request: IncomingMessage,
  form: Form,
  fileFields: readonly string[],
  { uploadLimit, jsonLimit }: HttpConfig,
): busboy.Busboy {
  const limits = { fields: MOST_FIELDS, fieldSize: jsonLimit, fileSize: uploadLimit + 1 };
  const parser = busboy({ headers: request.headers, limits });
  parser.on("field", (name, value) => form.add(name, value));
  parser.on("file", (name, file, { filename }) => {
    let chunks: Buffer[] = [];
    let size = 0;
    file.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > uploadLimit) chunks = [];
      else if (fileFields.includes(name)) chunks.push(chunk);
    });
    file.on("end", () => {
      // A browser sends a file field in which nothing was chosen as a file without name or bytes.
      const chosen = size > 0 || (filename ?? "") !== "";
      if (!fileFields.includes(name) || !chosen) return;
      const bytes = Buffer.concat(chunks);
      const oversized = size > uploadLimit;
      form.add(name, new Upload(filename ?? "", contentTypeOf(bytes), bytes, oversized));
    });
  });
  return parser;
}

/**
 * Reads a multipart body into memory: text fields as text, files as `Upload`.
 *
 * A file beyond the limit is told to the schema, which names its field; a body so large that
 * even that explains nothing is refused as a whole.
 *
 * @param fileFields the fields that files are taken from
 */
export async function readMultipartBody(
  request: IncomingMessage,
  fileFields: readonly string[],
  config: HttpConfig,
): Promise<RequestBody | Rejection> {
  const limit = formLimit(fileFields, config);
  if (Number(request.headers["content-length"] ?? 0) > limit) return TOO_LARGE;
  const form = new Form();
  let received = 0;
  try {
    await pipeline(
      request,
      async function* bounded(source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          received += chunk.length;
          if (received > limit) return;
          yield chunk;
        }
      },
      parserFor(request, form, fileFields, config),
    );
  } catch {
    return received > limit ? TOO_LARGE : NOT_MULTIPART;
  }
  if (received > limit || form.written > config.jsonLimit) return TOO_LARGE;
  return form.storable ? { raw: NO_BODY.raw, value: form.value() } : NOT_STORABLE;
}
