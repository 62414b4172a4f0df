import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import { reject, type Rejection } from "../../kernel/rejection.js";
import { Upload } from "../../kernel/upload.js";
import { contentTypeOf } from "./content-type.js";
import { isStorableText } from "./storable.js";
import { NO_BODY, NOT_STORABLE, TOO_LARGE, type RequestBody } from "./request-body.js";

const MOST_FILES = 20;
const MOST_FIELDS = 200;

const NOT_MULTIPART = reject("malformed", "malformed_multipart", "The form data is malformed.");

export function isMultipart(request: IncomingMessage): boolean {
  return /^multipart\/form-data\b/i.test(request.headers["content-type"] ?? "");
}

/** Fields and files of a form; a name that comes again makes a list. */
class Form {
  readonly #parts = new Map<string, unknown[]>();

  /** False once a name or a text came that nothing could store. */
  storable = true;

  add(name: string, value: string | Upload): void {
    const text = typeof value === "string" ? value : value.name;
    this.storable &&= isStorableText(name) && isStorableText(text);
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

/**
 * Reads a multipart body into memory: text fields as text, files as `Upload`.
 *
 * @param limit bytes of the whole body
 */
export async function readMultipartBody(
  request: IncomingMessage,
  limit: number,
): Promise<RequestBody | Rejection> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return TOO_LARGE;
  const form = new Form();
  let received = 0;
  const limits = { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: limit };
  try {
    const parser = busboy({ headers: request.headers, limits });
    parser.on("field", (name, value) => form.add(name, value));
    parser.on("file", (name, file, { filename }) => {
      const chunks: Buffer[] = [];
      file.on("data", (chunk: Buffer) => chunks.push(chunk));
      file.on("end", () => {
        const bytes = Buffer.concat(chunks);
        form.add(name, new Upload(filename ?? "", contentTypeOf(bytes), bytes));
      });
    });
    await pipeline(
      request,
      async function* bounded(source: AsyncIterable<Buffer>) {
        for await (const chunk of source) {
          received += chunk.length;
          if (received > limit) return;
          yield chunk;
        }
      },
      parser,
    );
  } catch {
    return received > limit ? TOO_LARGE : NOT_MULTIPART;
  }
  if (received > limit) return TOO_LARGE;
  return form.storable ? { raw: NO_BODY.raw, value: form.value() } : NOT_STORABLE;
}
