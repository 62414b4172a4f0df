/** An HTTP answer, with ways to look into its JSON. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly raw: string;

  constructor(status: number, headers: Headers, raw: string) {
    this.status = status;
    this.headers = headers;
    this.raw = raw;
  }

  /** The parsed body; throws with the body's text where it is no JSON. */
  get body(): unknown {
    try {
      return JSON.parse(this.raw);
    } catch {
      throw new Error(`${this.status} is not JSON: ${this.raw.slice(0, 500)}`);
    }
  }

  /** What stands at a path such as `data.bookings.0.id`; undefined where nothing does. */
  at(path: string): unknown {
    let value = this.body;
    for (const name of path.split(".")) {
      if (typeof value !== "object" || value === null) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[name];
    }
    return value;
  }

  text(path: string): string {
    const value = this.at(path);
    if (typeof value === "string") return value;
    throw new Error(`${path} is no text in ${this.status} ${this.raw.slice(0, 500)}`);
  }

  number(path: string): number {
    const value = this.at(path);
    if (typeof value === "number") return value;
    throw new Error(`${path} is no number in ${this.status} ${this.raw.slice(0, 500)}`);
  }

  list(path: string): readonly unknown[] {
    const value = this.at(path);
    if (Array.isArray(value)) return value;
    throw new Error(`${path} is no list in ${this.status} ${this.raw.slice(0, 500)}`);
  }
}
