import { createHash } from "node:crypto";
import { z } from "zod";

/** A file as a multipart body brought it. */
export class Upload {
  /** As the sender calls it: for people to read, never a path. */
  readonly name: string;
  /** What the bytes are, whatever the sender says. */
  readonly type: string;
  readonly bytes: Buffer;

  constructor(name: string, type: string, bytes: Buffer) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }

  /** The file in logs and comparisons: its digest stands for its bytes. */
  toJSON(): object {
    const sha256 = createHash("sha256").update(this.bytes).digest("hex");
    return { name: this.name, type: this.type, size: this.bytes.length, sha256 };
  }
}

/** The schema of a file field of a route with `multipart`; other types than these are refused. */
export function uploadOf(...types: string[]): z.ZodType<Upload> {
  return z
    .instanceof(Upload, { message: "a file is required" })
    .refine(({ type }) => types.includes(type), { message: `must be one of ${types.join(", ")}` })
    .meta({ type: "string", format: "binary" });
}
