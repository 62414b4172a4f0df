import type { App, Drafts } from "../../kernel/app.js";
import type { Clock } from "../../kernel/clock.js";
import type { Claims, Envelope, Executed, Numbers } from "../../kernel/commands.js";
import type { Aggregate } from "../../kernel/decider.js";
import { streamName, type Actor, type DomainEvent, type Recorded } from "../../kernel/event.js";
import type { Files } from "../../kernel/files.js";
import type { Messenger, PaymentGateway } from "../../kernel/gateway.js";
import type { Credentials, Otps, Principal, Sessions } from "../../kernel/identity.js";
import { deriveId } from "../../kernel/ids.js";
import type { ReadModel } from "../../kernel/read-model.js";
import { isRejection, type Rejection } from "../../kernel/rejection.js";
import type { HttpConfig } from "./config.js";
import { asUnavailable, NotYetVisible } from "./failures.js";
import type { AppPorts } from "./ports.js";

/** What the platform knows about a request before its handler runs. */
export interface RequestFacts {
  readonly marketplace: string;
  readonly principal: Principal | undefined;
  readonly ip: string;
  readonly userAgent: string;
  readonly requestId: string;
  readonly correlationId: string;
  /** Every id of the request is derived from it; the same for a repeat under one key. */
  readonly seed: string;
}

/** The write is done; that the log has gone away since is no reason to refuse it. */
function ifAway(error: unknown): number {
  if (asUnavailable(error) === undefined) throw error;
  return 0;
}

/** The `App` of one request. Ids and envelope are made only when a handler asks for them. */
export class RequestApp implements App {
  readonly reads: ReadModel = { rows: (sql, values) => this.#visibleRows(sql, values) };
  readonly #ports: AppPorts;
  readonly #config: HttpConfig;
  readonly #facts: RequestFacts;
  #envelope: Envelope | undefined;
  /** Commands so far, by stream. */
  readonly #commands = new Map<string, number>();
  #written = 0;
  #visible = 0;

  constructor(ports: AppPorts, config: HttpConfig, facts: RequestFacts) {
    this.#ports = ports;
    this.#config = config;
    this.#facts = facts;
  }

  get clock(): Clock {
    return this.#ports.clock;
  }

  get principal(): Principal | undefined {
    return this.#facts.principal;
  }

  get claims(): Claims {
    return this.#ports.claims;
  }

  get numbers(): Numbers {
    return this.#ports.numbers;
  }

  get drafts(): Drafts {
    return this.#ports.drafts;
  }

  get files(): Files {
    return this.#ports.files;
  }

  get otps(): Otps {
    return this.#ports.otps;
  }

  get credentials(): Credentials {
    return this.#ports.credentials;
  }

  get sessions(): Sessions {
    return this.#ports.sessions;
  }

  get payments(): PaymentGateway {
    return this.#ports.payments(this.#facts.marketplace);
  }

  get messenger(): Messenger {
    return this.#ports.messenger;
  }

  /** The highest position that this request led to; 0 if it wrote nothing. */
  get position(): number {
    return this.#written;
  }

  get envelope(): Envelope {
    this.#envelope ??= this.#makeEnvelope();
    return this.#envelope;
  }

  id(purpose: string): string {
    return deriveId(this.#facts.seed, "id", purpose);
  }

  async execute<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
    command: C,
    marketplace: string = this.envelope.marketplace,
  ): Promise<Executed<S, E> | Rejection> {
    const commandId = this.#nextCommandId(aggregate.category, id);
    const envelope = { ...this.envelope, marketplace, commandId };
    const outcome = await this.#ports.commands.execute(aggregate, id, command, envelope);
    if (!isRejection(outcome)) this.#written = Math.max(this.#written, outcome.position);
    return outcome;
  }

  /**
   * The nth command of a request to one stream, not of the request: a repeat may leave out what
   * is done already on another stream and must still meet its own first try on this one.
   */
  #nextCommandId(category: string, id: string): string {
    const stream = streamName(category, id);
    const nth = (this.#commands.get(stream) ?? 0) + 1;
    this.#commands.set(stream, nth);
    return deriveId(this.#facts.seed, "command", stream, nth);
  }

  load<C, S, E extends DomainEvent>(aggregate: Aggregate<C, S, E>, id: string): Promise<S> {
    return this.#ports.commands.load(aggregate, id);
  }

  history<C, S, E extends DomainEvent>(
    aggregate: Aggregate<C, S, E>,
    id: string,
  ): Promise<readonly Recorded<E>[]> {
    return this.#ports.commands.history(aggregate, id);
  }

  /**
   * What the processes appended in consequence counts as this request's own: its later reads
   * see it. Who does not get what it waits for goes on: the consequences come later then.
   */
  async settled(): Promise<void> {
    if (this.#written === 0) return;
    const { processed, feed } = this.#ports;
    if (!(await processed.settled(this.#written, this.#config.settledWithin))) return;
    const end = await feed.end().catch(ifAway);
    this.#written = Math.max(this.#written, end);
  }

  /** Waits until the read models show a position (`?min_position=`). */
  async see(position: number): Promise<void> {
    if (position <= this.#visible) return;
    const reached = await this.#ports.projected.reached(position, this.#config.visibleWithin);
    if (!reached) throw new NotYetVisible(`position ${position} is not projected yet`);
    this.#visible = position;
  }

  /**
   * Waits until everybody's next read sees what this request wrote. Who answers without a read of
   * its own must not be ahead of it; the write stands, so a late projection fails nobody here.
   */
  async shown(): Promise<void> {
    if (this.#written <= this.#visible) return;
    await this.#ports.projected.reached(this.#written, this.#config.visibleWithin).catch(ifAway);
  }

  async #visibleRows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]> {
    await this.see(this.#written);
    return this.#ports.reads.rows<R>(sql, values);
  }

  #makeEnvelope(): Envelope {
    const { marketplace, correlationId, requestId, seed } = this.#facts;
    const commandId = deriveId(seed, "request");
    const actor = this.#actor();
    return { marketplace, actor, commandId, correlationId, causationId: requestId };
  }

  #actor(): Actor {
    const { principal, ip, userAgent } = this.#facts;
    const id = principal?.id ?? "anonymous";
    return { id, role: principal?.role ?? "anonymous", ip, userAgent };
  }
}
