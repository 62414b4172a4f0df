import { createHash } from "node:crypto";
import { z } from "zod";

/** A file as a multipart body brought it. */
export class Upload {
  /** As the sender calls it: for people to read, never a path. */
  readonly name: string;
  /** What the bytes are, whatever the sender says. */
  readonly type: string;
  /** None of a file beyond the limit. */
  readonly bytes: Buffer;
  /** It was larger than a file may be; its bytes were not kept. */
  readonly oversized: boolean;

  constructor(name: string, type: string, bytes: Buffer, oversized = false) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
    this.oversized = oversized;
  }

  /** The file in logs and comparisons: its digest stands for its bytes. */
  toJSON(): object {
    const sha256 = createHash("sha256").update(this.bytes).digest("hex");
    return { name: this.name, type: this.type, size: this.bytes.length, sha256 };
  }
}

/** What is said of a file that is not taken, in a market's own words. */
export interface UploadWords {
  readonly missing: string;
  readonly notAFile: string;
  readonly oversized: string;
  readonly wrongType: string;
}

function plainWords(types: readonly string[]): UploadWords {
  return {
    missing: "a file is required",
    notAFile: "a file is required",
    oversized: "the file is too large",
    wrongType: `must be one of ${types.join(", ")}`,
  };
}

/** The schema of a file field of a route with `multipart`; other types than these are refused. */
export function uploadOf(types: readonly string[], words = plainWords(types)): z.ZodType<Upload> {
  return z
    .instanceof(Upload, {
      error: ({ input }) => (input === undefined ? words.missing : words.notAFile),
    })
    .superRefine(({ type, oversized }, context) => {
      if (oversized) context.addIssue({ code: "custom", message: words.oversized });
      else if (!types.includes(type))
        context.addIssue({ code: "custom", message: words.wrongType });
    })
    .meta({ type: "string", format: "binary" });
}
