import type { Files, KeptFile } from "../../kernel/files.js";
import type { Upload } from "../../kernel/upload.js";
import type { Database } from "../database/database.js";
import type { Vault } from "../vault/vault.js";

const KEEP = `
  insert into ops.files (id, owner, type, sealed) values ($1, $2, $3, $4)
  on conflict (id) do nothing`;

interface Stored {
  readonly owner: string;
  readonly type: string;
  readonly sealed: Buffer;
}

/**
 * Private papers in schema `ops`: every process reaches them there, they are in the one backup
 * that is made anyway, and what cannot be opened without the master key may lie beside the rest.
 */
export class DatabaseFiles implements Files {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  async keep(id: string, owner: string, { type, bytes }: Upload): Promise<void> {
    const sealed = await this.#vault.sealFile(owner, bytes, id);
    await this.#database.rows(KEEP, [id, owner, type, sealed]);
  }

  async read(id: string): Promise<KeptFile | undefined> {
    const [stored] = await this.#database.rows<Stored>(
      "select owner, type, sealed from ops.files where id = $1",
      [id],
    );
    if (stored === undefined) return undefined;
    const { owner, type, sealed } = stored;
    const bytes = await this.#vault.openFile(owner, sealed, id);
    return bytes === undefined ? undefined : { owner, type, bytes };
  }

  async discard(ids: readonly string[]): Promise<void> {
    await this.#database.rows("delete from ops.files where id = any($1::uuid[])", [ids]);
  }
}
